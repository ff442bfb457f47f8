namespace AesthetixWorkflows.Local.Storage;

/// <summary>One host per data folder: two runners would carry the same enrollments. Held by the operating system, so a
/// killed process leaves nothing behind that must be cleaned up.</summary>
sealed class HostLock : IDisposable
{
    readonly FileStream _file;

    HostLock(FileStream file) => _file = file;

    /// <exception cref="StoreRefusedException">Another process (or another store of this one) has it.</exception>
    public static HostLock Take(string folder)
    {
        try
        {
            return new(new FileStream(Path.Combine(folder, "host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e)
        {
            throw new StoreRefusedException($"Another host is running on this data folder: {folder}", e);
        }
    }

    public void Dispose() => _file.Dispose();
}
