using System.Reflection;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Orchestration;
using AesthetixWorkflows.Functions.Tests.Doubles;
using AesthetixWorkflows.Functions.Triggers;
using AesthetixWorkflows.Runtime.Links;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace AesthetixWorkflows.Functions.Tests.Triggers;

public sealed class HttpDoorsTests
{
    [Fact]
    public async Task Every_route_of_the_shared_surface_has_one_HTTP_function_that_leads_to_it()
    {
        await using var stand = await AzureStand.Open();
        var routes = stand.Get<ApiPipeline>().Routes;
        Assert.True(routes.Count > 60, $"Only {routes.Count} routes.");
        foreach (var route in routes)
        {
            var path = "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "x"))));
            // What leads nowhere on purpose may as well lead to no function.
            var doors = Browser.Doors.Where(door => Browser.Leads(door.Route, path)).ToList();
            if (path == "/openapi.json/x") Assert.Empty(doors);
            else Assert.True(doors.Count == 1, $"{path} is reached by {doors.Count} functions.");
        }
    }

    [Fact]
    public void Every_HTTP_function_is_anonymous_takes_any_method_and_hands_in_the_durable_client()
    {
        Assert.Equal(9, Browser.Doors.Count);
        foreach (var (route, function) in Browser.Doors)
        {
            var trigger = function.GetParameters()[0].GetCustomAttribute<HttpTriggerAttribute>()!;
            Assert.Equal(AuthorizationLevel.Anonymous, trigger.AuthLevel);
            Assert.Empty(trigger.Methods ?? []);
            Assert.Contains(function.GetParameters(), p => p.GetCustomAttribute<DurableClientAttribute>() is not null);
        }
    }

    [Fact]
    public async Task A_call_hands_the_durable_client_to_those_who_have_no_binding()
    {
        await using var stand = await AzureStand.Open();
        stand.Get<DurableLink>().Offer(new RecordingDurable());
        await stand.Call("GET", "/health/live");
        Assert.Same(stand.Durable, stand.Get<DurableLink>().Client);
    }

    [Fact]
    public async Task The_surface_answers_as_on_every_host()
    {
        await using var stand = await AzureStand.Open();
        Assert.Equal("ok", (await stand.Call("GET", "/health/live", key: null)).Expect(200).Json["status"]!.ToString());
        (await stand.Call("GET", "/health/ready", key: null)).Expect(200);
        (await stand.Call("GET", "/api/workflows", key: null)).Expect(401, "key.missing");
        (await stand.Call("GET", "/api/workflows", key: "wrong")).Expect(401, "key.unknown");
        (await stand.Call("GET", "/api/workflows")).Expect(200);
        (await stand.Call("GET", "/api/nothing")).Expect(404, "route.unknown");
        (await stand.Call("DELETE", "/api/workflows")).Expect(405, "method.notAllowed");
        (await stand.Call("POST", "/api/contacts", "{")).Expect(400, "body.notJson");
        (await stand.Call("GET", "/docs/codes", key: null)).Expect(200);
        (await stand.Call("GET", "/u/", key: null)).Expect(404, "route.unknown");
        (await stand.Call("POST", "/resume/nobody", "{}", key: null)).Expect(404, "notFound");
    }

    [Theory]
    [InlineData("/u/nobody")]
    [InlineData("/l/nobody")]
    [InlineData("/b/nobody")]
    public async Task A_patient_with_a_broken_link_gets_a_page(string path)
    {
        await using var stand = await AzureStand.Open();
        var seen = (await stand.Call("GET", path, key: null)).Expect(404);
        Assert.Contains("This link does not work", seen.Body, StringComparison.Ordinal);
        (await stand.Call("HEAD", path, key: null)).Expect(404);
    }

    [Fact]
    public async Task A_patient_unsubscribes_through_the_functions()
    {
        await using var stand = await AzureStand.Open();
        var path = new Uri(stand.Get<PageAddresses>().Unsubscribe(AzureStand.Practice, "con_ada", "msg_1")!).AbsolutePath;
        Assert.Contains("a•••@h•••.example", (await stand.Call("GET", path, key: null)).Expect(200).Body, StringComparison.Ordinal);
        (await stand.Call("POST", path, "List-Unsubscribe=One-Click", key: null, media: "application/x-www-form-urlencoded")).Expect(200);
        var ada = (await stand.Store.Find(Kinds.Contact, AzureStand.Practice, "con_ada"))!.Body;
        Assert.Equal(("email", "marketing", false), Assert.Single(ada.Consents) is var c ? (c.Channel, c.Purpose, c.Granted) : default);
    }

    [Fact]
    public async Task A_record_is_written_and_read_through_the_functions()
    {
        await using var stand = await AzureStand.Open();
        var made = (await stand.Call("POST", "/api/contacts", """{"firstName":"Eva","email":"eva@hart.example"}""")).Expect(201);
        var id = made.Json["id"]!.ToString();
        Assert.Equal("Eva", (await stand.Call("GET", $"/api/contacts/{id}")).Expect(200).Json["firstName"]!.ToString());
    }

    [Fact]
    public async Task The_description_is_served_with_every_address()
    {
        await using var stand = await AzureStand.Open();
        var described = (await stand.Call("GET", "/openapi.json", key: null)).Expect(200).Json;
        Assert.Equal("https://clinic.example/", described["servers"]![0]!["url"]!.ToString());
        var paths = described["paths"]!.AsObject();
        Assert.True(paths.ContainsKey("/hooks/{key}"));
        Assert.True(paths.ContainsKey("/api/workflows/{id}/publish"));
        Assert.DoesNotContain(paths, path => path.Key.Contains("{*", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_of_another_site_may_read_the_tag_that_it_edits_by()
    {
        await using var stand = await AzureStand.Open();
        var seen = (await stand.Call("GET", "/api/settings", headers: [("Origin", "https://builder.example")])).Expect(200);
        Assert.Contains("ETag", seen.Exposed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Store_away_is_503_with_a_time_to_come_again()
    {
        await using var stand = await AzureStand.Open();
        await stand.Call("GET", "/api/workflows");
        stand.Store.Away = true;
        (await stand.Call("GET", "/api/contacts")).Expect(503, "store.unavailable");
    }

    [Fact]
    public async Task A_sender_that_signs_the_address_it_called_is_understood_behind_the_platform()
    {
        await using var stand = await AzureStand.Open();
        const string token = "twilio-auth-token", url = "https://clinic.example/hooks/sms-key";
        await stand.Store.Commit(Hooks.Signed("sms-key", "twilio", token));
        const string form = "Body=Hello&From=%2B12125550199&MessageSid=SM1";
        var signature = Hooks.TwilioSignature(token, url, "BodyHelloFrom+12125550199MessageSidSM1");
        (await stand.Call("POST", "/hooks/sms-key", form, null, "application/x-www-form-urlencoded", ("X-Twilio-Signature", signature))).Expect(202);
        (await stand.Call("POST", "/hooks/sms-key", form, null, "application/x-www-form-urlencoded", ("X-Twilio-Signature", "AAAA"))).Expect(401, "hook.unverified");
    }
}
