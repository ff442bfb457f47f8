using System.Diagnostics;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Bench.Stage;
using AesthetixWorkflows.Local;

namespace AesthetixWorkflows.Bench.Workloads;

/// <summary>From the start of the built host's process until it answers 200 on /health/ready, in an empty folder with the
/// demonstration practice, and again in the folder as it then is.</summary>
static class Startup
{
    public static async Task<JsonObject> Run(Options options, string variant)
    {
        using var folder = new Folder();
        return new() { ["firstMs"] = await Once(folder.Path), ["againMs"] = await Once(folder.Path) };
    }

    static async Task<double> Once(string folder)
    {
        var url = $"http://127.0.0.1:{Random.Shared.Next(20_000, 40_000)}";
        var begun = Stopwatch.GetTimestamp();
        using var host = Process.Start(new ProcessStartInfo("dotnet", [typeof(LocalHost).Assembly.Location, "--data", folder, "--urls", url]) { RedirectStandardOutput = true })!;
        try
        {
            using var http = new HttpClient();
            while (true)
            {
                try
                {
                    using var answer = await http.GetAsync(new Uri($"{url}/health/ready"));
                    if (answer.IsSuccessStatusCode) return Math.Round(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                }
                catch (HttpRequestException) when (!host.HasExited)
                {
                    // Not listening yet.
                }
                await Task.Delay(5);
            }
        }
        finally
        {
            host.Kill();
            await host.WaitForExitAsync();
        }
    }
}
