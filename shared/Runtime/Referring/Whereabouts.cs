using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Referring;
using AesthetixWorkflows.Core.Lint;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Referring;

/// <summary>Whether what a definition names is there. Records are looked up by id. Tags, forms, fields and documents may be
/// named without a record of their own, so they are missing only when somebody has deleted them.</summary>
public sealed class Whereabouts(IRecords records)
{
    public async Task<Absence?> Of(string practice, RecordUse use, CancellationToken ct = default)
    {
        var there = use.Kind switch
        {
            "user" => await Has(Kinds.User, practice, use.Id, ct),
            "calendar" => await Has(Kinds.Calendar, practice, use.Id, ct),
            "pipeline" => await Has(Kinds.Pipeline, practice, use.Id, ct),
            "template" => await Has(Kinds.Template, practice, use.Id, ct),
            "workflow" => await records.Find(Kinds.Workflow, practice, use.Id, ct) is { Body.DeletedAt: null },
            "value" => await records.FindBy(Kinds.CustomValue, practice, "key", use.Id, ct) is not null,
            "stage" => await HasStage(practice, use, ct),
            // In a text a link goes by its key.
            "link" when use.Id.StartsWith(Kinds.Link.Prefix + "_", StringComparison.Ordinal) => await Has(Kinds.Link, practice, use.Id, ct),
            _ => (bool?)null,
        };
        if (there == true) return null;
        if (await records.Find(Kinds.Gone, practice, Gone.RecordId(use.Kind, use.Id, use.Kind == "stage" ? use.Within : null), ct) is { Body: var gone }) return new(gone.Name, gone.At, "");
        return there is null ? null : new(null, null, await Meant(practice, use, ct));
    }

    async Task<bool> Has<T>(Kind<T> kind, string practice, string id, CancellationToken ct) where T : class => await records.Find(kind, practice, id, ct) is not null;

    async Task<bool> HasStage(string practice, RecordUse use, CancellationToken ct)
    {
        // A pipeline that is not there is said of the pipeline.
        if (use.Within is { } within) return await records.Find(Kinds.Pipeline, practice, within, ct) is not { } known || known.Body.Stages.Any(stage => stage.Id == use.Id);
        return (await All(Kinds.Pipeline, practice, ct)).Any(pipeline => pipeline.Body.Stages.Any(stage => stage.Id == use.Id));
    }

    /// <summary>A guess, only when something is missing: it reads the whole kind.</summary>
    async Task<string> Meant(string practice, RecordUse use, CancellationToken ct)
    {
        IEnumerable<(string Id, string Name)> known = use.Kind switch
        {
            "user" => (await All(Kinds.User, practice, ct)).Select(user => (user.Id, user.Body.Name)),
            "calendar" => (await All(Kinds.Calendar, practice, ct)).Select(calendar => (calendar.Id, calendar.Body.Name)),
            "pipeline" => (await All(Kinds.Pipeline, practice, ct)).Select(pipeline => (pipeline.Id, pipeline.Body.Name)),
            "stage" => (await All(Kinds.Pipeline, practice, ct)).Where(pipeline => use.Within is null || pipeline.Id == use.Within).SelectMany(pipeline => pipeline.Body.Stages.Select(stage => (stage.Id, stage.Name))),
            "template" => (await All(Kinds.Template, practice, ct)).Select(template => (template.Id, template.Body.Name)),
            "value" => (await All(Kinds.CustomValue, practice, ct)).Select(value => (value.Body.Key, value.Body.Key)),
            "workflow" => (await All(Kinds.Workflow, practice, ct)).Where(workflow => workflow.Body.DeletedAt is null).Select(workflow => (workflow.Id, workflow.Body.Name)),
            _ => [],
        };
        var names = known.ToList();
        return Nearest.To(use.Id, names.SelectMany(pair => new[] { pair.Name, pair.Id })) is { } near
            ? $" Did you mean “{names.Find(pair => pair.Id == near || pair.Name == near).Name}”?" : "";
    }

    async Task<IReadOnlyList<Stored<T>>> All<T>(Kind<T> kind, string practice, CancellationToken ct) where T : class =>
        (await records.List(kind, practice, new Listing(200, Descending: false), ct)).Items;
}

/// <summary>It is not there.</summary>
/// <param name="Name">What it was called; null when nothing of the name was ever deleted.</param>
/// <param name="Hint">What may have been meant, as a sentence with a space before it.</param>
public sealed record Absence(string? Name, DateTimeOffset? DeletedAt, string Hint);
