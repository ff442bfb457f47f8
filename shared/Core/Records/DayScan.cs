namespace AesthetixWorkflows.Core.Records;

/// <summary>How far the day's look through the records for one trigger has come. Record id = workflow / trigger.</summary>
/// <param name="At">The time at which that day's look was due.</param>
/// <param name="Cursor">Where it goes on.</param>
public sealed record DayScan(DateTimeOffset At, string? Cursor, bool Done);
