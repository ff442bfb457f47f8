using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Specs.Running;
using FsCheck;
using FsCheck.Fluent;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Local.Tests.Simulating;

/// <summary>Random workflows that take their time: after each wait the contact gets something, or nearly.</summary>
static class Steady
{
    static Gen<Piece> Wait(string id, string late) => Gen.Elements(
        Delay(id, "PT5H"), Delay(id, "P2D"), Delay(id, "P40D"), DelayTo(id, "P1D", "10:00"), DelayTo(id, "P1D", "23:30"), Before(id, "-P1D"), Before(id, "-PT2H", "continue"),
        ForReply(id, "sms", "P1D", late), ForTag(id, "vip", "P3D", late), ForClick(id, "lnk_a", "P2D", late), Goal(id, "survey.submitted", "continue"),
        Act(id, "wait.condition", new() { ["when"] = Tagged("never") }));

    static Gen<Piece> Deed(string id, string next) => Gen.Frequency(
        (6, Gen.Elements(Text(id), Text(id, "Offer for {{contact.firstName}}", "marketing"), Email(id), Email(id, "Offer", "marketing"), Text(id, "{{contact.company}}"))),
        (2, Gen.Elements(Call(id), Call(id).With("config", new JsonObject { ["purpose"] = "care", ["assignTo"] = "desk", ["script"] = "Ask", ["deadline"] = "P1D" }), Act(id, "task.add", new() { ["title"] = "Look at {{contact.firstName}}" }))),
        (2, Gen.Elements(Tag(id, "own"), Split(id, next, null), If(id, Tagged("own"), next, null), If(id, Where("contact.tags", "notContains", "own"), next, null))));

    static Piece Call(string id) => Act(id, "manual.call", new() { ["purpose"] = "care", ["assignTo"] = "desk", ["script"] = "Ask" });

    static Gen<IReadOnlyList<Piece>> Pairs(int count) => Enumerable.Range(0, count).Aggregate(Gen.Constant<IReadOnlyList<Piece>>([]), (some, n) =>
        from before in some from wait in Wait($"w{n}", $"d{n}") from deed in Deed($"d{n}", n + 1 < count ? $"w{n + 1}" : "d0") select (IReadOnlyList<Piece>)[.. before, wait.To($"d{n}"), deed]);

    static readonly JsonElement Chained = new Flow("contact.tag.added", Delay("day", "P2D"), Text("chained"), AddTo("back", "wf_nobody")) { Filters = Where("tag.name", "is", "own") }.Json();

    public static readonly Gen<Story> Any =
        from count in Gen.Choose(2, 5)
        from pieces in Pairs(count)
        from paused in Gen.Frequency((8, Gen.Constant(false)), (1, Gen.Constant(true)))
        from caps in Gen.Elements<FrequencyCap[]>([], [], [new(1, "P3D", Over: "hold")], [new(1, "P7D", "sms", "skip")])
        from rests in Gen.Elements(true, false)
        from consents in Gen.Elements(true, true, false)
        from quiet in Gen.Elements("sms", "email", "none", "none")
        select new Story("steady", new Flow("form.submitted", [.. pieces]).Json(), new Happening(TimeSpan.Zero, "form.submitted", """{"form":{"id":"consultation"},"appointment":{"externalId":"v1","startsAt":"@9.00:41:40"}}"""))
        {
            Others = new Dictionary<string, JsonElement> { ["wf_chained"] = Chained },
            Who = contact => contact with { Consents = consents ? contact.Consents : [], Dnd = quiet == "none" ? [] : [new(quiet, "staff", contact.CreatedAt)] },
            Where = practice => practice with { TextHours = rests ? null : new(TimeOnly.MinValue, TimeOnly.MinValue), Caps = [.. caps], SendingPaused = paused },
        };
}
