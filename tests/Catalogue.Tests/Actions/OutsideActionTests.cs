using System.Text.Json;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Catalogue.Tests.Actions;

public sealed class OutsideActionTests
{
    readonly Stage _stage = new();

    [Fact]
    public async Task A_webhook_carries_the_contact_and_the_fields()
    {
        await _stage.Run("webhook.send", """{ "url": "https://example.com/in", "fields": { "offer": "spring" }, "signingSecret": "whsec_x" }""");
        var call = Assert.Single(_stage.Outside.Calls);
        Assert.Equal(("POST", "https://example.com/in", "application/json", "whsec_x"), (call.Method, call.Url, call.ContentType, call.SigningSecret));
        using var body = JsonDocument.Parse(call.Body!);
        Assert.Equal("enr_1/s1/1", body.RootElement.GetProperty("id").GetString());
        Assert.Equal("ada@example.com", body.RootElement.GetProperty("contact").GetProperty("email").GetString());
        Assert.Equal("spring", body.RootElement.GetProperty("fields").GetProperty("offer").GetString());
    }

    [Fact]
    public async Task A_webhook_by_get_puts_the_fields_into_the_address_and_no_names()
    {
        await _stage.Run("webhook.send", """{ "method": "GET", "url": "https://example.com/in?a=1#x", "fields": { "offer": "a b&c" } }""");
        var call = Assert.Single(_stage.Outside.Calls);
        Assert.Equal(("https://example.com/in?a=1&contactId=con_1&offer=a%20b%26c#x", null), (call.Url, call.Body));
    }

    [Fact]
    public async Task A_request_is_made_as_told_and_its_answer_kept()
    {
        await _stage.Run("http.request", """
            { "method": "PUT", "url": "https://example.com/x", "auth": { "kind": "basic", "username": "u", "password": "p" },
              "headers": { "X-A": "1" }, "query": { "q": "ü" }, "body": "{\"a\":1}", "saveResponse": true }
            """);
        var call = Assert.Single(_stage.Outside.Calls);
        Assert.Equal(("PUT", "https://example.com/x?q=%C3%BC", "application/json", "Basic dTpw", "1"), (call.Method, call.Url, call.ContentType, call.Headers["authorization"], call.Headers["X-A"]));
        Assert.Equal("""{"status":200,"response":{"id":7}}""", _stage.Output!.Value.GetRawText());
    }

    [Theory]
    [InlineData("""{ "kind": "bearer", "token": "t" }""", "Authorization", "Bearer t")]
    [InlineData("""{ "kind": "apiKey", "header": "X-Key", "value": "v" }""", "X-Key", "v")]
    [InlineData("""{ "kind": "apiKey", "value": "v" }""", "X-Api-Key", "v")]
    public async Task A_request_signs_in_as_told(string auth, string header, string value)
    {
        await _stage.Run("http.request", $$"""{ "method": "GET", "url": "https://example.com", "auth": {{auth}} }""");
        Assert.Equal(value, Assert.Single(_stage.Outside.Calls).Headers[header]);
        Assert.False(_stage.Output!.Value.TryGetProperty("response", out _));
    }

    [Fact]
    public async Task A_key_may_go_in_the_address()
    {
        await _stage.Run("http.request", """{ "method": "GET", "url": "https://example.com", "auth": { "kind": "apiKey", "in": "query", "header": "key", "value": "v" } }""");
        Assert.Equal("https://example.com?key=v", Assert.Single(_stage.Outside.Calls).Url);
    }

    [Fact]
    public async Task A_token_is_fetched_in_secret_and_shown()
    {
        const string config = """{ "method": "GET", "url": "https://example.com", "auth": { "kind": "oauth2", "tokenUrl": "https://id.example/token", "clientId": "a", "clientSecret": "b&c" } }""";
        _stage.Outside.Answer = new HttpAnswer(Outcome.Done.Plain, 200, JsonDocument.Parse("""{ "access_token": "t" }""").RootElement, null);
        await _stage.Run("http.request", config);
        Assert.Equal(("https://id.example/token", "grant_type=client_credentials&client_id=a&client_secret=b%26c", true), (_stage.Outside.Calls[0].Url, _stage.Outside.Calls[0].Body, _stage.Outside.Calls[0].Secret));
        Assert.Equal("Bearer t", _stage.Outside.Calls[1].Headers["Authorization"]);
        _stage.Outside.Answer = new HttpAnswer(new Outcome.Failed("http.401", false), 401, null, null);
        Assert.Equal(new Outcome.Failed("http.401", false), await _stage.Run("http.request", config));
        Assert.Equal(3, _stage.Outside.Calls.Count);
    }

    [Fact]
    public async Task What_the_other_side_answers_is_the_outcome()
    {
        _stage.Outside.Answer = new HttpAnswer(new Outcome.Failed("http.503", true), 503, null, "busy");
        Assert.Equal(new Outcome.Failed("http.503", true), await _stage.Run("http.request", """{ "method": "GET", "url": "https://example.com", "saveResponse": true }"""));
        Assert.Equal("""{"status":503,"response":"busy"}""", _stage.Output!.Value.GetRawText());
    }

    [Fact]
    public async Task A_contact_is_added_to_another_workflow()
    {
        await _stage.Run("workflow.add", """{ "workflowId": "wf_2", "passEvent": true }""");
        Assert.Equal(["wf_2 True"], _stage.Outside.Enrolled);
    }

    [Theory]
    [InlineData("""{ "which": "current" }""", "current")]
    [InlineData("""{ "which": "allButCurrent" }""", "allButCurrent")]
    [InlineData("""{ "which": "another", "workflowId": "wf_2" }""", "wf_2")]
    public async Task A_contact_is_taken_out_of_workflows(string config, string which)
    {
        await _stage.Run("workflow.remove", config);
        Assert.Equal([which], _stage.Outside.Unenrolled);
    }
}
