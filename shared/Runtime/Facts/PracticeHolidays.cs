using System.Diagnostics.CodeAnalysis;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Facts;

/// <summary>Lays the practice's holidays into a definition that is about to be run: the machine knows no practice.</summary>
static class PracticeHolidays
{
    [return: NotNullIfNotNull(nameof(definition))]
    public static Definition? Into(Definition? definition, Practice practice) =>
        definition is null || practice.Holidays.IsEmpty ? definition
        : definition with { Settings = definition.Settings with { Holidays = [.. practice.Holidays.Select(holiday => holiday.Range)] } };
}
