using System.Text.Json;
using System.Text.Json.Nodes;

namespace AesthetixWorkflows.Core.Tests.Definitions;

/// <summary>A definition with every kind of step, in the writer's normal form, so that writing what was read gives it back.</summary>
static class Sample
{
    public static JsonNode Node() => JsonNode.Parse(Text)!;

    public static JsonElement Json(string text = Text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <summary>The sample with one thing changed.</summary>
    public static JsonElement With(Action<JsonNode> change)
    {
        var node = Node();
        change(node);
        return JsonSerializer.SerializeToElement(node);
    }

    public const string Text = """
        {
          "schemaVersion": 1,
          "settings": {
            "reentry": "always", "scope": "appointment", "stopOnReply": true, "timeZone": "America/New_York",
            "window": { "hours": { "mon": [["09:00", "12:00"], ["13:00", "17:00"]], "tue": [["09:00", "17:00"]] } },
            "pauseDates": [{ "from": "2026-12-24", "to": "2026-12-26", "yearly": true }, { "from": "2026-07-01", "to": "2026-07-10", "yearly": false }],
            "sender": { "name": "Glow", "email": "hello@glow.example", "phone": "+15550100" }, "onNewVersion": "move",
            "allowPrivate": ["sms"]
          },
          "triggers": [
            { "id": "t1", "type": "appointment.booked", "name": "Booked", "filters": { "all": [{ "field": "appointment.calendarId", "op": "is", "value": "cal_1" }] } },
            { "id": "t2", "type": "schedule.due", "filters": { "all": [] }, "config": { "name": "Monday", "every": "week" }, "start": "mail", "enabled": false }
          ],
          "start": "mail",
          "steps": {
            "mail": { "type": "email.send", "name": "Confirmation", "config": { "purpose": "care", "subject": "Hi {{contact.firstName}}", "body": "See you" }, "onError": { "then": "branch", "maxAttempts": 3, "next": "task" }, "next": "delay" },
            "delay": { "type": "wait.delay", "config": { "for": "P1D", "at": "10:00", "window": { "hours": { "fri": [["08:00", "18:00"]] } } }, "next": "until" },
            "until": { "type": "wait.until", "config": { "field": "appointment.startsAt", "offset": "-P1D", "timeOfDay": "09:00", "whenPast": "goTo", "pastStep": "fork" }, "next": "fixed" },
            "fixed": { "type": "wait.until", "config": { "at": "2026-12-24T09:00:00+01:00", "whenPast": "skip" }, "next": "reply" },
            "reply": { "type": "wait.reply", "config": { "channel": "sms" }, "timeout": { "after": "PT4H", "next": "click" }, "next": "click" },
            "click": { "type": "wait.link", "config": { "linkId": "lnk_1" }, "timeout": { "after": "P2D", "next": null }, "next": "opened" },
            "opened": { "type": "wait.email", "config": { "stepId": "mail", "events": ["opened", "clicked"] }, "timeout": { "after": "P3D", "next": null }, "next": "tagged" },
            "tagged": { "type": "wait.condition", "config": { "when": { "any": [{ "field": "contact.tags", "op": "contains", "value": "vip" }, { "all": [{ "field": "contact.city", "op": "empty" }] }] } }, "timeout": { "after": "P7D", "next": null }, "next": "invoice" },
            "invoice": { "type": "wait.invoice", "config": { "offset": "-P2D", "paidStep": "task" }, "next": "drip" },
            "drip": { "type": "drip", "config": { "batch": 50, "every": "PT10M" }, "next": "fork" },
            "fork": { "type": "if", "branches": [{ "id": "b1", "when": { "all": [{ "field": "contact.city", "op": "is", "value": "x" }] }, "name": "Yes", "next": "ab" }], "none": { "name": "No", "next": "back" } },
            "ab": { "type": "split", "shares": [{ "id": "a", "percent": 60, "name": "A", "next": "task" }, { "id": "b", "percent": 40, "next": "goal" }] },
            "back": { "type": "goto", "config": { "step": "delay", "max": 3 } },
            "goal": { "type": "goal", "config": { "events": [{ "type": "payment.received", "filters": { "all": [] } }], "whenUnmet": "wait" }, "timeout": { "after": "P30D", "next": "stop" }, "next": "task" },
            "task": { "type": "task.add", "enabled": false, "config": { "title": "Call", "due": "P1D" }, "onError": { "then": "continue", "maxAttempts": 5 }, "next": null },
            "stop": { "type": "end" }
          }
        }
        """;
}
