namespace AesthetixWorkflows.Bench.Stage;

/// <summary>A data folder of one run, below the temporary folder: that must be on the disk that is to be measured.</summary>
sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("aesthetix-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
