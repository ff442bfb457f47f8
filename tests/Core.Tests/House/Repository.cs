namespace AesthetixWorkflows.Core.Tests.House;

/// <summary>The sources, for tests about how the house is built.</summary>
static class Repository
{
    static readonly string[] notOurs = ["artifacts", "bin", "obj", "node_modules", ".git"];

    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Intersect(notOurs).Any());

    static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "AesthetixWorkflows.sln")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside of the repository."));
}
