namespace AesthetixWorkflows.Local.Storage;

/// <summary>Where the store is and how patient it is.</summary>
/// <param name="Folder">Made when it is not there.</param>
/// <param name="LockPatience">How long a write waits for a foreign program that has locked the file.</param>
public sealed record StorePlace(string Folder, TimeSpan? LockPatience = null)
{
    internal string File => Path.Combine(Folder, "aesthetix.db");
    internal TimeSpan Patience => LockPatience ?? TimeSpan.FromSeconds(5);
}
