using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Acting;

/// <summary>Reading records. Never blocked by writers. The practice is part of every question.</summary>
public interface IRecords
{
    Task<Stored<T>?> Find<T>(Kind<T> kind, string practice, string id, CancellationToken ct = default) where T : class;

    /// <summary>The record with this value in a unique lookup (a contact by email, a hook by key).</summary>
    Task<Stored<T>?> FindBy<T>(Kind<T> kind, string practice, string index, string value, CancellationToken ct = default) where T : class;

    /// <summary>In order of id, newest first when descending; all of the kind, or those of one lookup value.</summary>
    Task<Page<T>> List<T>(Kind<T> kind, string practice, Listing listing, CancellationToken ct = default) where T : class;
}

/// <param name="Index">With <paramref name="Value"/>: only records with this lookup, e.g. contact = con_….</param>
/// <param name="Cursor">Opaque; from the previous page.</param>
public sealed record Listing(int Limit = 50, string? Cursor = null, string? Index = null, string? Value = null, bool Descending = true);

public sealed record Page<T>(IReadOnlyList<Stored<T>> Items, string? Next) where T : class;
