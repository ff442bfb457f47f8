using System.Diagnostics;
using System.Globalization;

namespace AesthetixWorkflows.Bench.Machine;

/// <summary>What this process has used so far.</summary>
readonly record struct Usage(double CpuSeconds, long WrittenBytes, long Allocated)
{
    public static Usage Now() => new(Environment.CpuUsage.TotalTime.TotalSeconds, Field("/proc/self/io", "write_bytes:"), GC.GetTotalAllocatedBytes());

    public static Usage operator -(Usage later, Usage earlier) =>
        new(later.CpuSeconds - earlier.CpuSeconds, later.WrittenBytes - earlier.WrittenBytes, later.Allocated - earlier.Allocated);

    /// <summary>Memory in use, in megabytes.</summary>
    public static double Resident() => Math.Round(Field("/proc/self/status", "VmRSS:") / 1024.0, 1);

    /// <summary>The most memory that was ever in use, in megabytes.</summary>
    public static double PeakResident() => Math.Round(Field("/proc/self/status", "VmHWM:") / 1024.0, 1);

    static long Field(string file, string name)
    {
        if (!File.Exists(file)) return file.Contains("status", StringComparison.Ordinal) ? Process.GetCurrentProcess().WorkingSet64 / 1024 : 0;
        var line = File.ReadLines(file).FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal));
        return line is null ? 0 : long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture);
    }
}
