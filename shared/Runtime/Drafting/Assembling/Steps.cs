using System.Text.Json.Nodes;
using AesthetixWorkflows.Runtime.Drafting.Intents;

namespace AesthetixWorkflows.Runtime.Drafting.Assembling;

/// <summary>The JSON of waits and control steps.</summary>
static class Steps
{
    public static Onward Act(ActWish wish)
    {
        var step = new JsonObject { ["type"] = wish.Type, ["name"] = wish.Name };
        if (!wish.Enabled) step["enabled"] = false;
        step["config"] = wish.Config;
        return new(step);
    }

    public static Onward Delay(string length, string? at)
    {
        var config = new JsonObject { ["for"] = length };
        if (at is not null) config["at"] = at;
        return new(new() { ["type"] = "wait.delay", ["name"] = at is null ? $"Wait {Spoken.Length(length)}" : $"Wait {(length == "PT0S" ? "" : Spoken.Length(length) + ", ")}until {at}", ["config"] = config });
    }

    public static Onward Until(string offset, string? at)
    {
        var config = new JsonObject { ["field"] = "appointment.startsAt", ["offset"] = offset, ["whenPast"] = "skip" };
        if (at is not null) config["timeOfDay"] = at;
        return new(new() { ["type"] = "wait.until", ["name"] = Spoken.Offset(offset), ["config"] = config });
    }

    /// <summary>Who pays in the meantime leaves it, and with no step of its own for that, the workflow.</summary>
    public static Onward Invoice(string offset) => new(
        new() { ["type"] = "wait.invoice", ["name"] = $"{Spoken.Length(offset)} overdue", ["config"] = new JsonObject { ["offset"] = offset } });

    public static Fork Answer(string kind, string after, string? meaning = null)
    {
        var (type, name, config) = kind switch
        {
            "click" => ("wait.link", "Wait for a click", new JsonObject()),
            "open" => ("wait.email", "Wait until it is opened", new JsonObject { ["events"] = new JsonArray("opened") }),
            _ => ("wait.reply", "Wait for a reply", meaning is null ? new JsonObject() : new JsonObject { ["answers"] = new JsonArray(meaning) }),
        };
        return new(new() { ["type"] = type, ["name"] = name, ["config"] = config, ["timeout"] = new JsonObject { ["after"] = after } }, "next", "timeout");
    }

    public static Fork GoalWait(EventMention mention, string after) => new(
        new() { ["type"] = "goal", ["name"] = $"{mention.Name}?", ["config"] = new JsonObject { ["events"] = new JsonArray(Event(mention)), ["whenUnmet"] = "wait" }, ["timeout"] = new JsonObject { ["after"] = after } },
        "next", "timeout");

    public static Onward EndGoal(IEnumerable<EventMention> mentions)
    {
        var all = mentions.ToList();
        return new(new()
        {
            ["type"] = "goal", ["name"] = $"{string.Join(" or ", all.Select(mention => mention.Name))}: done",
            ["config"] = new JsonObject { ["events"] = new JsonArray([.. all.Select(Event)]), ["whenUnmet"] = "continue" },
        });
    }

    public static Fork If(Question.Fact fact) => new(
        new()
        {
            ["type"] = "if", ["name"] = ActReader.Headline(fact.Words),
            ["branches"] = new JsonArray(new JsonObject { ["id"] = "b1", ["name"] = "Yes", ["when"] = Row.All(fact.Rows) }),
            ["none"] = new JsonObject { ["name"] = "No" },
        }, "branches/0", "none");

    public static Fork Condition(Question.Fact fact, string after) => new(
        new() { ["type"] = "wait.condition", ["name"] = ActReader.Headline(fact.Words), ["config"] = new JsonObject { ["when"] = Row.All(fact.Rows) }, ["timeout"] = new JsonObject { ["after"] = after } },
        "next", "timeout");

    public static Fork Split(int percent) => new(
        new()
        {
            ["type"] = "split", ["name"] = $"{percent} of 100",
            ["shares"] = new JsonArray(new JsonObject { ["id"] = "a", ["name"] = "First", ["percent"] = percent }, new JsonObject { ["id"] = "b", ["name"] = "Second", ["percent"] = 100 - percent }),
        }, "shares/0", "shares/1");

    public static Jump Back(Piece target, int most) => new(new() { ["type"] = "goto", ["name"] = "Again", ["config"] = new JsonObject { ["step"] = "", ["max"] = most } }, target);

    static JsonNode Event(EventMention mention) => new JsonObject { ["type"] = mention.Type, ["filters"] = Row.All(mention.Filters) };
}
