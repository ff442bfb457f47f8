using System.Globalization;
using System.Text.Json;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Referring;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Referring;

/// <summary>Findings about what a definition names: is it there, and will it do anything? Costs one reading for each thing
/// that is named, however many the practice has.</summary>
public sealed class ReferenceCheck(IRecords records, ProductCatalogue catalogue)
{
    readonly RecordUses _uses = new(catalogue);
    readonly Whereabouts _where = new(records);

    public async Task<IReadOnlyList<Finding>> Run(string practice, string workflowId, JsonElement definition, CancellationToken ct = default)
    {
        var findings = new List<Finding>();
        foreach (var same in _uses.In(definition).GroupBy(use => (use.Kind, use.Id, use.Within)))
        {
            var one = same.First();
            if (await _where.Of(practice, one, ct) is { } absence)
                findings.AddRange(same.Select(use => LintCodes.DeletedReference.At(use.Pointer, use.StepId, $"{Capital(PlaceWords.Owner(use, definition))} names {Missing(use, absence)}")));
            else if (one.Kind == "template")
                findings.AddRange(await OfTemplate(practice, [.. same], definition, ct));
            else if (one.Kind == "workflow" && one.Id != workflowId && await records.Find(Kinds.Workflow, practice, one.Id, ct) is { Body: { Status: not WorkflowStatus.Published } other })
                findings.AddRange(same.Where(use => use.Of == "workflow.add").Select(use => LintCodes.RestingWorkflow.At(use.Pointer, use.StepId,
                    $"{Capital(PlaceWords.Owner(use, definition))} adds contacts to “{other.Name}”, which is not published, so nobody enters it.")));
        }
        return [.. findings.OrderBy(finding => finding.Pointer, StringComparer.Ordinal)];
    }

    async Task<IEnumerable<Finding>> OfTemplate(string practice, IReadOnlyList<RecordUse> uses, JsonElement definition, CancellationToken ct)
    {
        var findings = new List<Finding>();
        if (await records.Find(Kinds.Template, practice, uses[0].Id, ct) is not { } template) return findings;
        foreach (var (kind, id) in TemplateUses.Of(template.Body))
            if (await _where.Of(practice, uses[0] with { Kind = kind, Id = id }, ct) is { } absence)
                findings.AddRange(uses.Select(use => LintCodes.DeletedReference.At(use.Pointer, use.StepId,
                    $"{Capital(PlaceWords.Owner(use, definition))} uses the template “{template.Body.Name}”, which names {Missing(use with { Kind = kind, Id = id }, absence)}")));
        return findings;
    }

    public static string Missing(RecordUse use, Absence absence) => absence.DeletedAt is { } at
        ? string.Create(CultureInfo.InvariantCulture, $"the {PlaceWords.Kind(use.Kind)} “{absence.Name}”, which was deleted on {at:yyyy-MM-dd}.")
        : $"a {PlaceWords.Kind(use.Kind)} that does not exist (“{use.Id}”).{absence.Hint}";

    static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
