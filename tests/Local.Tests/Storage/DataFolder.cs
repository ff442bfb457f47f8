using AesthetixWorkflows.Local.Storage;

namespace AesthetixWorkflows.Local.Tests.Storage;

/// <summary>A folder of its own for each test, gone afterwards.</summary>
sealed class DataFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("aesthetix-").FullName;

    public StorePlace Place => new(Path, TimeSpan.FromMilliseconds(50));

    public SqliteStore Open() => SqliteStore.Open(Place, TimeProvider.System);

    /// <summary>What a process killed right now would leave behind.</summary>
    public DataFolder AsIfKilled()
    {
        var copy = new DataFolder();
        foreach (var file in Directory.GetFiles(Path, "aesthetix.db*"))
            File.Copy(file, System.IO.Path.Combine(copy.Path, System.IO.Path.GetFileName(file)));
        return copy;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
