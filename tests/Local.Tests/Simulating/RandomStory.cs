using System.Globalization;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Specs.Running;
using FsCheck;
using FsCheck.Fluent;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Local.Tests.Simulating;

/// <summary>Random definitions with steps of every kind, linked at random, circles included, and random things that happen.</summary>
/// <remarks>No step waits for what another step of the same workflow brings about by itself: which comes first, then, is up
/// to the real host's threads.</remarks>
static class RandomStory
{
    const int MaxSteps = 10;

    static string Id(int number) => $"s{number}";

    /// <summary>Mostly forward: circles without a long wait in them are soon too long to be told.</summary>
    static Gen<string?> Link(int from, int count) => Gen.Frequency(
        (6, Gen.Choose(from + 1, count).Select(number => number == count ? null : Id(number))),
        (3, Gen.Choose(0, count - 1).Select(number => (string?)Id(number))));

    static Gen<Piece> Step(int number, int count) =>
        from next in Link(number, count)
        from other in Link(number, count)
        from target in Gen.Choose(0, count - 1).Select(Id)
        from length in Gen.Elements("PT0S", "PT10M", "PT7H", "P1D", "P2W")
        from timeout in Gen.Elements("PT30M", "P1D", "P3D")
        from small in Gen.Choose(1, 3)
        from past in Gen.Elements("skip", "continue", "end")
        from unmet in Gen.Elements("continue", "wait", "end")
        from offset in Gen.Elements("-P2D", "-PT2H", "PT1H")
        from purpose in Gen.Elements("care", "marketing")
        let id = Id(number)
        from piece in Gen.Frequency(
            (4, Gen.Elements(Text(id, "Hi {{contact.firstName}}", purpose), Email(id, "See {{contact.tags}}", purpose), Text(id, "{{contact.company}}"))),
            (2, Gen.Elements(Tag(id, "own"), Untag(id, "own"), Act(id, "note.add", new() { ["text"] = "Note" }))),
            (2, Gen.Elements(If(id, Tagged("own"), next, other), If(id, Tagged("vip"), next, other), If(id, Where("appointment.status", "is", "cancelled"), next, other))),
            (1, Gen.Constant(Split(id, next, other))),
            (2, Gen.Constant(GoTo(id, target, small))),
            (2, Gen.Constant(Goal(id, "survey.submitted", unmet))),
            (1, Gen.Constant(Drip(id, small, "PT10M"))),
            (1, Gen.Constant(End(id))),
            (3, Gen.Elements(Delay(id, length), DelayTo(id, length, "10:00"))),
            (3, Gen.Constant(Before(id, offset, past))),
            (2, Gen.Constant(ForReply(id, "sms", timeout, other))),
            (2, Gen.Constant(ForTag(id, "vip", timeout, other))),
            (1, Gen.Constant(ForClick(id, "lnk_a", timeout, other))),
            (1, Gen.Constant(ForMail(id, target, "opened", timeout, other))),
            (1, Gen.Constant(Act(id, "webhook.send", new() { ["method"] = "POST", ["url"] = "https://example.test/hook" }))))
        from off in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        select Off(piece.FlowsOn ? piece.To(next) : piece, off);

    static Piece Off(Piece piece, bool off) => off ? piece.With("enabled", false) : piece;

    /// <summary>Each in a second of its own, so that nothing happens just when a timer rings.</summary>
    static Gen<Happening> Happens(int number) =>
        from minutes in Gen.Choose(1, 60 * 24 * 6)
        from step in Gen.Choose(0, MaxSteps - 1)
        from what in Gen.Elements(
            ("message.received", """{"message":{"channel":"sms","body":"Yes"}}"""), ("message.received", """{"message":{"channel":"sms","body":"STOP"}}"""),
            ("message.received", """{"message":{"channel":"email","body":"Hm"}}"""), ("contact.tag.added", """{"tag":{"name":"vip"}}"""), ("link.clicked", """{"link":{"id":"lnk_a"}}"""),
            ("email.event", $$$"""{"email":{"event":"opened","stepId":"{{{Id(step)}}}"}}"""), ("survey.submitted", """{"survey":{"id":"intake"}}"""),
            ("appointment.rescheduled", """{"appointment":{"externalId":"v1","startsAt":"@9.00:41:40"}}"""), ("form.submitted", """{"form":{"id":"consultation"}}"""),
            ("appointment.status.changed", """{"appointment":{"externalId":"v1","status":"cancelled"}}"""))
        select new Happening(TimeSpan.FromMinutes(minutes) + TimeSpan.FromSeconds(7 + number * 5), what.Item1, what.Item2);

    static Gen<IReadOnlyList<T>> Sequence<T>(IEnumerable<Gen<T>> all) =>
        all.Aggregate(Gen.Constant<IReadOnlyList<T>>([]), (some, one) => from before in some from item in one select (IReadOnlyList<T>)[.. before, item]);

    public static readonly Gen<Story> Any =
        from count in Gen.Choose(1, MaxSteps)
        from pieces in Sequence(Enumerable.Range(0, count).Select(n => Step(n, count)))
        from happenings in Gen.Choose(0, 6)
        from then in Sequence(Enumerable.Range(0, happenings).Select(Happens))
        from visit in Gen.Elements(true, false)
        from stop in Gen.Elements(false, false, true)
        from reentry in Gen.Elements("once", "afterFinish", "always")
        from area in Gen.Elements("+1212", "+1310", "+1208", "+1800")
        from zip in Gen.Elements(null, null, "96813", "32456")
        from rests in Gen.Elements(true, false)
        select new Story("random", new Flow(visit ? "appointment.booked" : "form.submitted", [.. pieces])
        {
            Settings = new() { ["stopOnReply"] = stop, ["reentry"] = reentry, ["scope"] = visit ? "appointment" : "contact" },
        }.Json(), visit
            ? new Happening(TimeSpan.Zero, "appointment.booked", """{"appointment":{"externalId":"v1","startsAt":"@5.00:41:40"}}""")
            : new Happening(TimeSpan.Zero, "form.submitted", """{"form":{"id":"consultation"}}"""), [.. then.DistinctBy(h => h.After)])
        {
            Horizon = TimeSpan.FromDays(16), Who = contact => contact with { Phone = area + contact.Phone![5..], PostalCode = zip },
            Where = practice => practice with { TextHours = rests ? null : new(TimeOnly.MinValue, TimeOnly.MinValue) },
        };
}
