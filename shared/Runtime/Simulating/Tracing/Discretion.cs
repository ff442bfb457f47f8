using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Conditions;

namespace AesthetixWorkflows.Runtime.Simulating.Tracing;

/// <summary>Of a private field it is told that something was there, and not what.</summary>
static class Discretion
{
    public static IReadOnlyList<FailedRow>? Hide(this PrivateFields fields, IReadOnlyList<FailedRow>? rows) =>
        rows is null ? null : [.. rows.Select(row => row with { Found = fields.Hide(row.Field, row.Found) })];

    public static string? Hide(this PrivateFields fields, string? field, string? found) =>
        found is not null && field is not null && fields.Contains(field) ? "•••" : found;
}
