using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Tests;

/// <summary>A practice's rules of sending, as they are written.</summary>
[Collection(nameof(Stand))]
public sealed class SettingsTests(Stand stand)
{
    [Fact]
    public async Task What_is_patched_changes_and_the_rest_stays()
    {
        var key = await Settled();
        (await stand.Send("PUT", "/api/settings", new { name = "Lumina", timeZone = "Europe/Rome", phone = "+390612345678" }, key, match: "*")).Expect(200);
        var saved = (await stand.Send("PATCH", "/api/settings", JsonNode.Parse("""
            {
              "textWindow": { "days": ["mon", "tue"], "from": "09:00", "to": "17:00" },
              "holidays": [{ "date": "2026-12-25", "name": "Christmas", "yearly": true }, { "from": "2026-08-10", "to": "2026-08-20" }],
              "caps": [{ "channel": "sms", "count": 2, "per": "P7D" }, { "channel": "any", "count": 4, "per": "P30D", "over": "hold" }],
              "marketingConsent": ["sms", "email"], "optOutNoticeDays": 30, "moreStopWords": ["ciao"], "openFields": ["appointment.service"],
              "stateHours": [{ "state": "Florida", "from": "08:00", "to": "20:00", "marketingOnly": true }, { "state": "tx", "from": "09:00", "to": "18:00", "days": ["mon", "tue"] }],
              "courtesies": { "stop": { "text": "{practice}: bye." }, "help": { "on": false } }, "dateStyle": "american"
            }
            """)!, key, match: "*")).Expect(200).Json;
        Assert.Equal(("Lumina", "+390612345678", "Europe/Rome"), (saved["name"]!.ToString(), saved["phone"]!.ToString(), saved["timeZone"]!.ToString()));
        Assert.Equal("""{"hours":{"mon":[["09:00","17:00"]],"tue":[["09:00","17:00"]]}}""", saved["textWindow"]!.ToJsonString());
        Assert.Equal("""[{"from":"2026-12-25","name":"Christmas","yearly":true},{"from":"2026-08-10","to":"2026-08-20","yearly":false}]""", saved["holidays"]!.ToJsonString());
        Assert.Equal("""[{"state":"FL","from":"08:00:00","to":"20:00:00","marketingOnly":true},{"state":"TX","from":"09:00:00","to":"18:00:00","days":["mon","tue"],"marketingOnly":false}]""", saved["stateHours"]!.ToJsonString());
        Assert.Equal("""[{"count":2,"per":"P7D","channel":"sms"},{"count":4,"per":"P30D","over":"hold"}]""", saved["caps"]!.ToJsonString());

        Assert.Equal("american", saved["dateStyle"]!.ToString());

        var again = (await stand.Send("PATCH", "/api/settings", new { sendingPaused = true }, key, match: "*")).Expect(200).Json;
        Assert.Equal((true, saved["caps"]!.ToJsonString(), saved["textWindow"]!.ToJsonString()), (again["sendingPaused"]!.GetValue<bool>(), again["caps"]!.ToJsonString(), again["textWindow"]!.ToJsonString()));
    }

    [Theory]
    [InlineData("""{"dateStyle":"martian"}""", "/dateStyle")]
    [InlineData("""{"caps":[{"channel":"fax","count":1,"per":"P1D"}]}""", "/caps/0/channel")]
    [InlineData("""{"caps":[{"per":"P1D"}]}""", "/caps/0/count")]
    [InlineData("""{"caps":[{"count":-1,"per":"P1D"}]}""", "/caps/0/count")]
    [InlineData("""{"caps":[{"count":1,"per":"soon"}]}""", "/caps/0/per")]
    [InlineData("""{"caps":[{"count":1,"per":"-P1D"}]}""", "/caps/0/per")]
    [InlineData("""{"caps":[{"count":1,"per":"P400D"}]}""", "/caps/0/per")]
    [InlineData("""{"caps":[{"count":1,"per":"P1D","over":"explode"}]}""", "/caps/0/over")]
    [InlineData("""{"holidays":[{}]}""", "/holidays/0/date")]
    [InlineData("""{"holidays":[{"date":"2026-12-25","to":"2026-12-26"}]}""", "/holidays/0")]
    [InlineData("""{"holidays":[{"from":"2026-12-25","to":"2026-12-20"}]}""", "/holidays/0/to")]
    [InlineData("""{"holidays":[{"from":"2026-01-01","to":"2026-12-31"}]}""", "/holidays/0/to")]
    [InlineData("""{"holidays":[{"date":"tomorrow"}]}""", "/holidays/0/date")]
    [InlineData("""{"stateHours":[{"from":"08:00","to":"20:00"}]}""", "/stateHours/0/state")]
    [InlineData("""{"stateHours":[{"state":"Bavaria","from":"08:00","to":"20:00"}]}""", "/stateHours/0/state")]
    [InlineData("""{"stateHours":[{"state":"FL","to":"20:00"}]}""", "/stateHours/0/from")]
    [InlineData("""{"stateHours":[{"state":"FL","from":"08:00"}]}""", "/stateHours/0/to")]
    [InlineData("""{"stateHours":[{"state":"FL","from":"08:00","to":"20:00","days":["someday"]}]}""", "/stateHours/0/days")]
    [InlineData("""{"stateHours":[{"state":"FL","from":"08:00","to":"20:00","days":[]}]}""", "/stateHours/0/days")]
    [InlineData("""{"stateHours":[{"state":"FL","from":"20:00","to":"08:00"}]}""", "/stateHours/0/to")]
    [InlineData("""{"stateHours":[{"state":"FL","from":"08:00","to":"08:00"}]}""", "/stateHours/0/to")]
    [InlineData("""{"stateHours":[{"state":"TX","from":"08:00","to":"20:00"},{"state":"FL","from":"20:00","to":"22:00"}]}""", "/stateHours/1")]
    [InlineData("""{"stateHours":[{"state":"FL","from":"08:00","to":"10:00"},{"state":"FL","from":"10:00","to":"12:00","marketingOnly":true}]}""", "/stateHours/1")]
    [InlineData("""{"textWindow":{"hours":{"mon":[["09:00","17:00"]]}},"stateHours":[{"state":"FL","from":"08:00","to":"20:00","days":["tue"]}]}""", "/stateHours/0")]
    [InlineData("""{"textWindow":{"days":["mon"]}}""", "/textWindow")]
    [InlineData("""{"textWindow":{"hours":{}}}""", "/textWindow")]
    [InlineData("""{"optOutNoticeDays":0}""", "/optOutNoticeDays")]
    [InlineData("""{"marketingConsent":["call"]}""", "/marketingConsent")]
    [InlineData("""{"moreStopWords":[""]}""", "/moreStopWords")]
    [InlineData("""{"openFields":["everything"]}""", "/openFields")]
    [InlineData("""{"courtesies":{"stop":{"words":"x"}}}""", "/courtesies/stop/words")]
    [InlineData("""{"demo":true}""", "/demo")]
    public async Task What_is_wrong_is_pointed_at(string body, string pointer)
    {
        var problem = await stand.Send("PATCH", "/api/settings", JsonNode.Parse(body)!, await Settled(), match: "*");
        Assert.Equal(400, problem.Status);
        Assert.Equal(pointer, problem.Json["errors"]![0]!["pointer"]!.ToString());
    }

    [Fact]
    public async Task The_ledger_of_consents_can_be_taken_along_and_holds_no_formula()
    {
        var key = await stand.Fresh();
        var path = $"/api/contacts/{(await stand.Send("POST", "/api/contacts", new { firstName = "Ann" }, key)).Text("id")}/consents";
        (await stand.Send("POST", path, new { channel = "sms", purpose = "marketing", granted = true, source = "form", text = "=cmd, \"yes\"", ip = "203.0.113.9" }, key)).Expect(201);
        (await stand.Send("POST", path, new { channel = "sms", purpose = "marketing", granted = false, source = "phone" }, key)).Expect(201);
        var lines = (await stand.Send("GET", $"{path}.csv", key: key)).Expect(200).Body.Trim().Split("\r\n");
        Assert.Equal("at,channel,purpose,granted,source,by,text,ip,proof", lines[0]);
        Assert.Contains(",sms,marketing,yes,form,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",\"'=cmd, \"\"yes\"\"\",203.0.113.9,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",sms,marketing,no,phone,", lines[2], StringComparison.Ordinal);
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public async Task A_guardian_is_another_contact_of_the_practice()
    {
        var key = await stand.Fresh();
        var mother = (await stand.Send("POST", "/api/contacts", new { firstName = "Ann" }, key)).Expect(201).Text("id");
        var child = (await stand.Send("POST", "/api/contacts", new { firstName = "Bea", guardianId = mother }, key)).Expect(201);
        Assert.Equal(mother, child.Json["guardianId"]!.ToString());
        (await stand.Send("POST", "/api/contacts", new { firstName = "Cal", guardianId = "con_nobody" }, key)).ExpectProblem(400, "field.invalid");
        (await stand.Send("PATCH", $"/api/contacts/{mother}", new { guardianId = mother }, key, match: "*")).ExpectProblem(400, "field.invalid");
    }

    async Task<string> Settled()
    {
        var key = await stand.Fresh();
        await stand.Store.Commit(new ChangeSet(key).Put(Kinds.Practice, key, new Practice { Name = "A", TimeZone = "UTC" }, 0));
        return key;
    }
}
