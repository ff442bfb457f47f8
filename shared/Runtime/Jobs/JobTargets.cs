using System.Globalization;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Jobs;

/// <summary>Whom a job is about, a few at a time, from where it stands.</summary>
sealed class JobTargets(IStore store)
{
    /// <summary>A tag that few have: so many pages without one of them, and then where it stands is written down.</summary>
    const int MostPages = 20;

    /// <param name="Ids">Contacts or enrollments.</param>
    /// <param name="Cursor">Where to go on; null: that was the last.</param>
    public sealed record Some(IReadOnlyList<string> Ids, string? Cursor);

    public Task<Some> Next(string practice, string id, Job job, int most, CancellationToken ct) => job switch
    {
        { Filter: { } filter } => Enrollments(practice, job, filter, most, ct),
        { Tag: { } tag } => Tagged(practice, job, tag, most, ct),
        _ => Listed(practice, id, job, most, ct),
    };

    async Task<Some> Listed(string practice, string id, Job job, int most, CancellationToken ct)
    {
        var ids = (await store.Find(Kinds.JobList, practice, id, ct))?.Body.Ids ?? [];
        var at = job.Cursor is null ? 0 : int.Parse(job.Cursor, CultureInfo.InvariantCulture);
        var end = Math.Min(at + most, ids.Length);
        return new([.. ids.Skip(at).Take(end - at)], end < ids.Length ? end.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <summary>Newest first, the order in which any store reads cheaply. Who was added after the job is none of its business.</summary>
    async Task<Some> Tagged(string practice, Job job, string tag, int most, CancellationToken ct)
    {
        var cursor = job.Cursor;
        for (var pages = 0; ; pages++)
        {
            var page = await store.List(Kinds.Contact, practice, new Listing(most, cursor), ct);
            string[] ids = [.. page.Items.Where(c => c.Body.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase) && c.Body.CreatedAt <= job.CreatedAt).Select(c => c.Id)];
            cursor = page.Next;
            if (ids.Length > 0 || cursor is null || pages == MostPages) return new(ids, cursor);
        }
    }

    /// <summary>Newest first, so that those who enter meanwhile stay out of it, and those who change their place are not met twice.</summary>
    async Task<Some> Enrollments(string practice, Job job, JobFilter filter, int most, CancellationToken ct)
    {
        var (cursor, several) = (job.Cursor, filter.Statuses ?? []);
        for (var pages = 0; ; pages++)
        {
            var page = await store.ListEnrollments(practice, new(job.WorkflowId, filter.ContactId, several.Length == 1 ? several[0] : filter.Status, filter.StepId, filter.From, filter.To, most, cursor), ct);
            string[] ids = [.. page.Items.Where(i => i.Enrollment.EnrolledAt <= job.CreatedAt && Fits(filter.Reason, i.Enrollment.Reason)
                && (several.IsEmpty || several.Contains(i.Enrollment.Status)) && (filter.Status is null || i.Enrollment.Status == filter.Status)).Select(i => i.Enrollment.Id)];
            cursor = page.Next;
            if (ids.Length > 0 || cursor is null || pages == MostPages) return new(ids, cursor);
        }
    }

    static bool Fits(string? wanted, string? reason) => wanted is null || reason is not null && (reason == wanted || reason.StartsWith(wanted + ":", StringComparison.Ordinal));
}
