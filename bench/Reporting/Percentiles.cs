namespace AesthetixWorkflows.Bench.Reporting;

/// <summary>Percentiles of measured times (nearest rank).</summary>
static class Percentiles
{
    public static double Of(IReadOnlyCollection<double> values, double percent)
    {
        if (values.Count == 0) return double.NaN;
        var sorted = values.Order().ToArray();
        return Math.Round(sorted[Math.Clamp((int)Math.Ceiling(percent / 100 * sorted.Length) - 1, 0, sorted.Length - 1)], 3);
    }
}
