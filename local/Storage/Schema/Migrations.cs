using System.Globalization;
using System.Reflection;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>Brings a file to the schema of this build: the scripts <c>0001.sql</c>, <c>0002.sql</c> … in order, those it
/// has not had, in one transaction. A script that was ever released is never edited.</summary>
static class Migrations
{
    const string Folder = "Schema.";

    static readonly SortedDictionary<int, string> Scripts = Load();

    public static int Newest => Scripts.Keys.Max();

    /// <exception cref="StoreRefusedException">The file was written by a newer version of this software.</exception>
    public static void Apply(Database database)
    {
        var version = Version(database);
        if (version > Newest)
            throw new StoreRefusedException(
                $"The data file {database.Path} has schema {version}, this program knows up to {Newest}. It was written by a newer version; start that one.");
        if (version == Newest) return;

        database.Run("BEGIN IMMEDIATE");
        foreach (var (number, script) in Scripts.Where(s => s.Key > version))
        {
            database.Run(script);
            database.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {number}"));
        }
        database.Run("COMMIT");
    }

    static int Version(Database database)
    {
        using var rows = database.Use("PRAGMA user_version");
        return rows.Step() ? (int)rows.Long(0) : 0;
    }

    static SortedDictionary<int, string> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var scripts = new SortedDictionary<int, string>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            scripts.Add(int.Parse(resource[Folder.Length..], CultureInfo.InvariantCulture), reader.ReadToEnd());
        }
        return scripts;
    }
}
