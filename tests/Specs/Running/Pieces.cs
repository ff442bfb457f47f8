using System.Text.Json.Nodes;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>The steps that the specification's workflows are made of.</summary>
public static class Pieces
{
    public static Piece Email(string id, string body = "Hello {{contact.firstName}}", string purpose = "care") =>
        Act(id, "email.send", new() { ["purpose"] = purpose, ["subject"] = $"About {id}", ["body"] = body });

    public static Piece Text(string id, string body = "Hello {{contact.firstName}}", string purpose = "care") =>
        Act(id, "sms.send", new() { ["purpose"] = purpose, ["body"] = body });

    public static Piece Tag(string id, string tag) => Act(id, "contact.tag.add", new() { ["tags"] = new JsonArray(tag) });
    public static Piece Untag(string id, string tag) => Act(id, "contact.tag.remove", new() { ["tags"] = new JsonArray(tag) });
    public static Piece AddTo(string id, string workflow) => Act(id, "workflow.add", new() { ["workflowId"] = workflow });
    public static Piece Act(string id, string type, JsonObject config) => new(id, new() { ["type"] = type, ["config"] = config });

    public static Piece Delay(string id, string length) => Act(id, "wait.delay", new() { ["for"] = length });
    public static Piece DelayTo(string id, string length, string at) => Act(id, "wait.delay", new() { ["for"] = length, ["at"] = at });
    public static Piece Before(string id, string offset, string whenPast = "skip") =>
        Act(id, "wait.until", new() { ["field"] = "appointment.startsAt", ["offset"] = offset, ["whenPast"] = whenPast });

    public static Piece ForReply(string id, string? channel, string timeout, string? late) =>
        Timed(Act(id, "wait.reply", channel is null ? [] : new() { ["channel"] = channel }), timeout, late);
    /// <summary>Waits for answers of these kinds only.</summary>
    public static Piece ForAnswer(string id, string timeout, string? late, params string[] answers) =>
        Timed(Act(id, "wait.reply", new() { ["channel"] = "sms", ["answers"] = new JsonArray([.. answers.Select(answer => (JsonNode)answer)]) }), timeout, late);
    public static Piece ForTag(string id, string tag, string timeout, string? late) =>
        Timed(Act(id, "wait.condition", new() { ["when"] = Tagged(tag) }), timeout, late);
    public static Piece ForClick(string id, string? link, string timeout, string? late) =>
        Timed(Act(id, "wait.link", link is null ? [] : new() { ["linkId"] = link }), timeout, late);
    public static Piece ForMail(string id, string of, string what, string timeout, string? late) =>
        Timed(Act(id, "wait.email", new() { ["stepId"] = of, ["events"] = new JsonArray(what) }), timeout, late);

    public static Piece If(string id, JsonObject when, string? then, string? none) => new(id, new()
    {
        ["type"] = "if",
        ["branches"] = new JsonArray(new JsonObject { ["id"] = "b1", ["when"] = when, ["next"] = then }),
        ["none"] = new JsonObject { ["next"] = none },
    }, FlowsOn: false);

    public static Piece Split(string id, string? a, string? b) => new(id, new()
    {
        ["type"] = "split",
        ["shares"] = new JsonArray(Share("a", a), Share("b", b)),
    }, FlowsOn: false);

    public static Piece GoTo(string id, string target, int max) => new(id, new() { ["type"] = "goto", ["config"] = new JsonObject { ["step"] = target, ["max"] = max } }, FlowsOn: false);
    public static Piece Goal(string id, string type, string whenUnmet) => new(id, new()
    {
        ["type"] = "goal",
        ["config"] = new JsonObject { ["events"] = new JsonArray(new JsonObject { ["type"] = type, ["filters"] = new JsonObject { ["all"] = new JsonArray() } }), ["whenUnmet"] = whenUnmet },
    });
    public static Piece Drip(string id, int batch, string every) => Act(id, "drip", new() { ["batch"] = batch, ["every"] = every });
    public static Piece End(string id) => new(id, new() { ["type"] = "end" }, FlowsOn: false);

    public static JsonObject Tagged(string tag) => Where("contact.tags", "contains", tag);
    public static JsonObject Where(string field, string op, string? value) =>
        new() { ["all"] = new JsonArray(value is null ? new JsonObject { ["field"] = field, ["op"] = op } : new JsonObject { ["field"] = field, ["op"] = op, ["value"] = value }) };

    static JsonObject Share(string id, string? next) => new() { ["id"] = id, ["percent"] = 50, ["next"] = next };
    public static Piece Timed(Piece piece, string after, string? late) => piece.With("timeout", new JsonObject { ["after"] = after, ["next"] = late });
}
