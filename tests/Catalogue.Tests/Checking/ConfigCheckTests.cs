using System.Text.Json;
using AesthetixWorkflows.Catalogue.Checking;

namespace AesthetixWorkflows.Catalogue.Tests.Checking;

public sealed class ConfigCheckTests
{
    static readonly ProductCatalogue Catalogue = Builtin.Catalogue();

    static IReadOnlyList<string> Check(string action, string config)
    {
        using var json = JsonDocument.Parse(config);
        return [.. ConfigCheck.Run(Catalogue.Actions[action].Descriptor.Config, json.RootElement).Select(problem => $"{problem.Code.Code} {problem.Pointer}")];
    }

    [Theory]
    [InlineData("contact.tag.add", """{ "tags": "vip" }""", "WF221 /tags")]
    [InlineData("contact.tag.add", """{ "tags": [] }""", "WF220 /tags")]
    [InlineData("contact.tag.add", """{ "tags": ["a", 1] }""", "WF221 /tags/1")]
    [InlineData("contact.update", """{ "fields": [] }""", "WF221 /fields")]
    [InlineData("contact.update", """{ "fields": {} }""", "WF220 /fields")]
    [InlineData("contact.update", """{ "fields": { "cty": "x" } }""", "WF224 /fields/cty")]
    [InlineData("contact.dnd.set", """{ "channel": "sms", "enabled": "yes" }""", "WF221 /enabled")]
    [InlineData("http.request", """{ "method": "GET", "url": "https://a.example", "auth": { "kind": "magic" } }""", "WF224 /auth/kind")]
    [InlineData("http.request", """{ "method": "GET", "url": "https://a.example", "auth": { "knd": "none" } }""", "WF225 /auth/knd")]
    [InlineData("http.request", """{ "method": "GET", "url": "https://a.example", "auth": "none" }""", "WF221 /auth")]
    [InlineData("http.request", """{ "method": "GET", "url": "https://a.example", "headers": { "a": {} } }""", "WF221 /headers/a")]
    [InlineData("task.add", """{ "title": "a", "due": "-P1D" }""", "WF221 /due")]
    [InlineData("opportunity.create", """{ "pipelineId": "p", "value": "much" }""", "WF221 /value")]
    [InlineData("email.send", """{ "purpose": "care", "subject": "a", "body": "b", "replyTo": "desk" }""", "WF221 /replyTo")]
    [InlineData("email.send", """{ "purpose": "care", "subject": "a" }""", "WF220 /body")]
    [InlineData("math", """{ "start": "1", "rows": [] }""", "WF220 /rows")]
    [InlineData("math", """{ "start": "1", "rows": {} }""", "WF221 /rows")]
    [InlineData("math", """{ "start": "1", "rows": [{ "op": "add", "amount": 1 }, 2] }""", "WF221 /rows/1")]
    [InlineData("math", """{ "start": "1", "rows": [{ "op": "power", "amount": 1 }] }""", "WF224 /rows/0/op")]
    [InlineData("math", """{ "start": "1", "rows": [{ "op": "add" }] }""", "WF220 /rows/0/amount")]
    [InlineData("math", """{ "start": "1", "rows": [{ "op": "add", "amount": 1, "of": "days" }] }""", "WF225 /rows/0/of")]
    [InlineData("review.request", """{ "purpose": "care", "channel": "pigeon" }""", "WF224 /channel")]
    [InlineData("manual.call", """{ "deadline": "P1D" }""", "WF226 /purpose")]
    public void What_does_not_fit_the_form_is_said(string action, string config, string expected) => Assert.Equal([expected], Check(action, config));

    [Theory]
    [InlineData("opportunity.create", """{ "pipelineId": "p", "value": "{{form.fields.budget}}" }""")]
    [InlineData("webhook.send", """{ "url": "https://{{contact.fields.host}}/x" }""")]
    [InlineData("email.send", """{ "purpose": "care", "subject": "a", "body": "b", "replyTo": "{{user.email}}" }""")]
    [InlineData("contact.update", """{ "fields": { "city": null, "fields.skin": "dry", "contact.state": "MA" } }""")]
    [InlineData("task.add", """{ "title": "a", "description": null, "due": "" }""")]
    [InlineData("email.send", """{ "purpose": "care", "templateId": "tpl_1" }""")]
    [InlineData("math", """{ "start": "{{form.fields.a}}", "rows": [{ "op": "add", "amount": "{{form.fields.b}}" }] }""")]
    [InlineData("anchor.set", """{ "at": "{{form.fields.party}}" }""")]
    public void What_is_known_only_later_or_left_empty_is_let_through(string action, string config) => Assert.Empty(Check(action, config));
}
