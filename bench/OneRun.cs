namespace AesthetixWorkflows.Bench;

/// <summary>One measurement, in this process; its row goes into the file that the conductor named.</summary>
static class OneRun
{
    public static async Task<int> Go(Options options)
    {
        var measurement = Catalogue.All.Single(m => m.Name == options.Names[0]);
        var row = await measurement.Run(options, options.Text("variant") ?? measurement.Variants[0]);
        if (options.Text("out") is { } file) await File.WriteAllTextAsync(file, row.ToJsonString());
        else Console.WriteLine(row.ToJsonString());
        return 0;
    }
}
