using System.Text;
using System.Text.Json;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>A change made ready on its caller's thread, so that the one writer does nothing that others can do for it.</summary>
/// <param name="Body">Its JSON, when it has any.</param>
/// <param name="Guarded">It can be refused.</param>
readonly record struct Prepared(Change Change, byte[] Body, bool Guarded)
{
    public static Prepared[] All(ChangeSet changes)
    {
        var prepared = new Prepared[changes.Changes.Count];
        for (var i = 0; i < prepared.Length; i++)
        {
            var change = changes.Changes[i];
            KeepToThePractice(changes.Practice, change);
            prepared[i] = new(change, Json(change), IsGuarded(changes.Changes, i));
        }
        return prepared;
    }

    /// <summary>Whether a guarded change is about something that an earlier one of its set touches. Then what it is
    /// checked against is only there once that one is written, and the set needs a savepoint.</summary>
    public static bool AreEntangled(ReadOnlySpan<Prepared> set)
    {
        for (var i = 1; i < set.Length; i++)
            if (set[i].Guarded)
                for (var j = 0; j < i; j++)
                    if (Touch(set[j].Change, set[i].Change)) return true;
        return false;
    }

    static bool Touch(Change earlier, Change guarded) => (earlier, guarded) switch
    {
        // Two contacts may hand over a phone number, so the whole kind counts.
        (Change.Put a, Change.Put b) => a.Kind == b.Kind,
        (Change.Put a, Change.Delete b) => a.Kind == b.Kind,
        (Change.Delete a, Change.Put b) => a.Kind == b.Kind,
        (Change.Delete a, Change.Delete b) => a.Kind == b.Kind,
        (Change.Enroll or Change.Save, Change.Enroll) => true,
        (Change.Enroll a, Change.Save b) => a.Enrollment.Id == b.Enrollment.Id,
        (Change.Save a, Change.Save b) => a.Enrollment.Id == b.Enrollment.Id,
        (Change.Claim a, Change.Claim b) => a.EffectId == b.EffectId,
        (Change.Settle a, Change.Claim b) => a.EffectId == b.EffectId,
        _ => false,
    };

    static bool IsGuarded(IReadOnlyList<Change> set, int i) => set[i] switch
    {
        Change.Put put => put.ExpectedRevision is not null || put.Lookups.Any(l => l.Unique),
        Change.Delete delete => delete.ExpectedRevision is not null,
        Change.Enroll or Change.Save or Change.Claim => true,
        // Lines of an enrollment that the set itself has written before.
        Change.Log log => !set.Take(i).Any(c => Written(c) == log.EnrollmentId),
        _ => false,
    };

    static string? Written(Change change) => change switch
    {
        Change.Enroll enroll => enroll.Enrollment.Id,
        Change.Save save => save.Enrollment.Id,
        _ => null,
    };

    static byte[] Json(Change change) => change switch
    {
        Change.Put put => Encoding.UTF8.GetBytes(put.Json),
        Change.Accept accept => JsonSerializer.SerializeToUtf8Bytes(accept.Event, Shapes.Default.PracticeEvent),
        // Kept when it was accepted; written again only when it has changed.
        Change.Routed { Rewritten: true } routed => JsonSerializer.SerializeToUtf8Bytes(routed.Event, Shapes.Default.PracticeEvent),
        Change.Enroll enroll => EnrollmentState.Write(enroll.Enrollment),
        Change.Save save => EnrollmentState.Write(save.Enrollment),
        Change.Send send => JsonSerializer.SerializeToUtf8Bytes(send.Input, Shapes.Default.Input),
        Change.Settle settle => JsonSerializer.SerializeToUtf8Bytes(settle.Outcome, Shapes.Default.Outcome),
        _ => [],
    };

    /// <summary>A set of one practice that carries another's enrollment or event is a bug, and never reaches the file.</summary>
    static void KeepToThePractice(string practice, Change change)
    {
        var owner = change switch
        {
            Change.Enroll enroll => enroll.Enrollment.Practice,
            Change.Save save => save.Enrollment.Practice,
            Change.Accept accept => accept.Event.Practice,
            Change.Routed routed => routed.Event.Practice,
            _ => practice,
        };
        if (owner != practice) throw new ArgumentException($"A change set of {practice} carries something of {owner}.", nameof(change));
    }
}
