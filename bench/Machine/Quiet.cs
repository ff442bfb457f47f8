using System.Globalization;

namespace AesthetixWorkflows.Bench.Machine;

/// <summary>Waits until nothing else is running: under 8 % of the CPU busy for two seconds.</summary>
static class Quiet
{
    /// <returns>How busy it was at last; a figure above 0.08 says that patience ran out.</returns>
    public static double Wait(TimeSpan patience)
    {
        for (var end = DateTime.UtcNow + patience; ;)
        {
            var before = Cpu();
            Thread.Sleep(patience == TimeSpan.Zero ? 200 : 2000);
            var after = Cpu();
            var busy = (after.Busy - before.Busy) / Math.Max(1, after.All - before.All);
            if (busy < 0.08 || DateTime.UtcNow >= end) return busy;
        }
    }

    static (double Busy, double All) Cpu()
    {
        if (!File.Exists("/proc/stat")) return (0, 1);
        var f = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..].Select(t => double.Parse(t, CultureInfo.InvariantCulture)).ToArray();
        return (f[0] + f[1] + f[2] + f[5] + f[6], f[..8].Sum());
    }
}
