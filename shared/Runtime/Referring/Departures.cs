using System.Collections.Immutable;
using System.Globalization;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Referring;

/// <summary>What follows from deleting something that workflows name: it is remembered as gone, and published workflows that name
/// it are marked for review, in the same commit. The deletion itself is never refused.</summary>
public sealed class Departures(IStore store, IIdSource ids, ProductCatalogue catalogue)
{
    static readonly TimeSpan NoticeEvery = TimeSpan.FromHours(24);

    readonly UseFinder _finder = new(store, catalogue);

    /// <summary>Adds to the changes that delete it.</summary>
    public async Task Leave(ChangeSet changes, Actor by, Departed gone, CancellationToken ct = default)
    {
        changes.Put(Kinds.Gone, Gone.RecordId(gone.Kind, gone.Id, gone.Within), new Gone(gone.Kind, gone.Id, gone.Name, by.Now, by.Name, gone.Within));
        var users = (await _finder.Find(by.Practice, gone.Kind, gone.Id, gone.Within, ct)).Where(use => use is { Version: not null, Status: not WorkflowStatus.Draft }).ToList();
        foreach (var workflow in users.GroupBy(use => use.WorkflowId))
        {
            var review = await store.Find(Kinds.Review, by.Practice, workflow.Key, ct);
            var findings = workflow.Select(use => new ReviewFinding(gone.Kind, gone.Id, gone.Name, by.Now, use.Version!.Value, use.Pointer, use.StepId, use.TriggerId,
                string.Create(CultureInfo.InvariantCulture, $"The {PlaceWords.Kind(gone.Kind)} “{gone.Name}” was deleted on {by.Now:yyyy-MM-dd}; {use.Words}.")));
            // What was acknowledged before does not cover what goes now.
            changes.Put(Kinds.Review, workflow.Key, new WorkflowReview(review?.Body.Since ?? by.Now,
                [.. (review?.Body.Findings ?? []).Where(known => known.Kind != gone.Kind || known.Id != gone.Id), .. findings]), review?.Revision ?? 0);
        }
        if (users.Count > 0) await Notice(changes, by, users.Select(use => use.WorkflowId).Distinct().Count(), ct);
    }

    /// <summary>It is back: whoever was marked for its sake alone is not marked any more.</summary>
    public async Task Return(ChangeSet changes, string practice, string kind, string id, CancellationToken ct = default)
    {
        if (await store.Find(Kinds.Gone, practice, Gone.RecordId(kind, id), ct) is not { } gone) return;
        changes.Delete(Kinds.Gone, gone.Id, gone.Revision);
        foreach (var review in await Reviews.All(store, practice, ct))
        {
            var left = review.Body.Findings.Where(finding => finding.Kind != kind || !string.Equals(finding.Id, gone.Body.Id, StringComparison.Ordinal)).ToImmutableArray();
            if (left.Length == review.Body.Findings.Length) continue;
            if (left.IsEmpty) changes.Delete(Kinds.Review, review.Id, review.Revision);
            else changes.Put(Kinds.Review, review.Id, review.Body with { Findings = left }, review.Revision);
        }
    }

    /// <summary>On the owners' screens, at most once a day: it says that there is something to look at, and the list says what.</summary>
    async Task Notice(ChangeSet changes, Actor by, int workflows, CancellationToken ct)
    {
        var last = await store.Find(Kinds.ReviewNotice, by.Practice, by.Practice, ct);
        if (last is not null && by.Now - last.Body.At < NoticeEvery) return;
        var team = (await store.List(Kinds.User, by.Practice, new(200, Descending: false), ct)).Items;
        // A practice that calls nobody its owner tells everybody.
        var told = team.Where(user => user.Body.Role == "owner").ToList() is { Count: > 0 } owners ? owners : team;
        changes.Put(Kinds.ReviewNotice, by.Practice, new ReviewNotice(by.Now), last?.Revision ?? 0);
        changes.Put(Kinds.Message, ids.New(Kinds.Message.Prefix), new Message
        {
            Channel = "inapp", Direction = Direction.Out, Status = MessageStatus.Sent, Purpose = "team", To = string.Join(',', told.Select(user => user.Id)), Subject = "Workflows need a look",
            Text = workflows == 1 ? "A published workflow names something that was just deleted." : string.Create(CultureInfo.InvariantCulture, $"{workflows} published workflows name something that was just deleted."),
            At = by.Now,
        }, 0);
    }
}

/// <summary>Something that is deleted.</summary>
/// <param name="Within">Of a stage: its pipeline.</param>
public sealed record Departed(string Kind, string Id, string Name, string? Within = null);
