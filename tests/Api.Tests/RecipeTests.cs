using System.Text.Json.Nodes;

namespace AesthetixWorkflows.Api.Tests;

/// <summary>Recipes over HTTP, in practices that lack what most of them need.</summary>
[Collection(nameof(Stand))]
public sealed class RecipeTests(Stand stand)
{
    [Fact]
    public async Task The_list_says_what_each_recipe_needs_asks_and_does()
    {
        var items = (await stand.Send("GET", "/api/recipes")).Expect(200).Json["items"]!.AsArray();
        Assert.Equal(30, items.Count);
        var missed = items.Single(item => item!["key"]!.ToString() == "missed-call")!.AsObject();
        Assert.Equal(["key", "name", "category", "description", "needs", "parameters", "triggers", "steps"], missed.Select(pair => pair.Key));
        Assert.Equal((7, "call.ended", "url"), ((int)missed["steps"]!, missed["triggers"]![0]!.ToString(), missed["parameters"]![0]!["kind"]!.ToString()));
    }

    [Fact]
    public async Task A_recipe_is_shown_as_this_practice_would_get_it()
    {
        var key = await stand.Fresh();
        await stand.Send("POST", "/api/users", new { name = "Dr. Ida Moss", role = "provider" }, key);
        var recipe = (await stand.Send("GET", "/api/recipes/touch-up", key: key)).Expect(200).Json;
        Assert.DoesNotContain("$param", recipe["definition"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("[[", recipe["definition"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.StartsWith("usr_", Parameter(recipe, "provider")!["default"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["website"], recipe["missing"]!.AsArray().Select(need => need!["name"]!.ToString()));
        Assert.NotEmpty(recipe["trials"]!.AsArray());

        var elsewhere = (await stand.Send("GET", "/api/recipes/touch-up", key: await stand.Fresh())).Expect(200).Json;
        Assert.Null(Parameter(elsewhere, "provider")!["default"]);
        Assert.Contains("provider", elsewhere["missing"]!.AsArray().Select(need => need!["parameter"]?.ToString()));
        (await stand.Send("GET", "/api/recipes/no-such-thing")).ExpectProblem(404, "notFound");
    }

    [Fact]
    public async Task A_recipe_becomes_a_draft_with_what_was_given()
    {
        var key = await stand.Fresh();
        var calendar = (await stand.Send("POST", "/api/calendars", new { name = "Room 1", minutes = 30 }, key)).Expect(201).Text("id");
        var made = (await stand.Send("POST", "/api/workflows", new { recipe = "waitlist", folder = "Visits", parameters = new { calendar = "room 1", batch = 5 } }, key)).Expect(201).Json;
        Assert.Equal(("draft", "Waitlist: fill a cancelled visit", "Visits"), (made["status"]!.ToString(), made["name"]!.ToString(), made["folder"]!.ToString()));
        Assert.Equal(["waitlist_open", "waitlist_start"], made["missing"]!.AsArray().Select(need => need!["name"]!.ToString()));
        var draft = (await stand.Send("GET", $"/api/workflows/{made["id"]}/draft", key: key)).Expect(200).Json;
        Assert.Equal((5, calendar), ((int)draft["steps"]!["line"]!["config"]!["batch"]!, draft["steps"]!["book"]!["config"]!["calendarId"]!.ToString()));
        Assert.Null((await stand.Send("GET", $"/api/workflows/{made["id"]}", key: key)).Expect(200).Json["missing"]);
    }

    [Theory]
    [InlineData("""{"recipe":"nothing"}""", 422, "reference.unknown", "/recipe")]
    [InlineData("""{"recipe":"waitlist","parameters":{"calendar":"cal_nobody"}}""", 422, "reference.unknown", "/parameters/calendar")]
    [InlineData("""{"recipe":"waitlist","parameters":{"calendar":""}}""", 400, "field.required", "/parameters/calendar")]
    [InlineData("""{"recipe":"waitlist","parameters":{"patience":"soon"}}""", 400, "field.invalid", "/parameters/patience")]
    [InlineData("""{"recipe":"waitlist","parameters":{"batch":0}}""", 400, "field.invalid", "/parameters/batch")]
    [InlineData("""{"recipe":"waitlist","parameters":{"colour":"red"}}""", 400, "field.unknown", "/parameters/colour")]
    [InlineData("""{"recipe":"new-lead","parameters":{"team":["usr_nobody"]}}""", 422, "reference.unknown", "/parameters/team/0")]
    [InlineData("""{"recipe":"new-lead","parameters":{"team":"Nora"}}""", 400, "field.invalid", "/parameters/team")]
    [InlineData("""{"recipe":"waitlist","parameters":[]}""", 400, "field.invalid", "/parameters")]
    [InlineData("""{"recipe":"waitlist","definition":{}}""", 400, "field.invalid", "/definition")]
    [InlineData("""{"name":"Mine","parameters":{}}""", 400, "field.invalid", "/parameters")]
    public async Task What_does_not_fit_is_told_by_its_place(string body, int status, string code, string pointer)
    {
        var refused = (await stand.Send("POST", "/api/workflows", body)).ExpectProblem(status, code);
        Assert.Equal((pointer, code), (refused.Json["errors"]![0]!["pointer"]!.ToString(), refused.Json["errors"]![0]!["code"]!.ToString()));
    }

    static JsonNode? Parameter(JsonObject recipe, string key) => recipe["parameters"]!.AsArray().Single(parameter => parameter!["key"]!.ToString() == key);
}
