using System.Collections.Immutable;

namespace AesthetixWorkflows.Runtime.Recipes;

/// <summary>The recipes that come with the product.</summary>
public static class RecipeBook
{
    const string Folder = "recipes/";

    static readonly Lazy<ImmutableArray<Recipe>> all = new(() => [.. Read().OrderBy(recipe => recipe.Category, StringComparer.Ordinal).ThenBy(recipe => recipe.Name, StringComparer.Ordinal)]);

    /// <summary>By category, then by name.</summary>
    public static ImmutableArray<Recipe> All => all.Value;

    public static Recipe? Find(string key) => All.FirstOrDefault(recipe => recipe.Key == key);

    static IEnumerable<Recipe> Read()
    {
        var assembly = typeof(RecipeBook).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return RecipeReader.Read(name[Folder.Length..], text.ReadToEnd(), out var problems)
                ?? throw new InvalidOperationException($"The recipe {name} is not in order. {string.Join(" ", problems)}");
        }
    }
}
