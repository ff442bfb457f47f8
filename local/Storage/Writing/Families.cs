using System.Globalization;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>Everything the writer can write, on its one connection.</summary>
sealed class Families
{
    readonly Database _database;
    readonly Heads _heads;
    readonly Standings _standings;
    readonly Tallies _tallies;
    readonly RecordWrites _records;
    readonly EnrollmentWrites _enrollments;
    readonly HistoryLog _log;
    readonly Inputs _inputs;
    readonly Claims _claims;
    readonly EventWrites _events;

    public Families(Database database)
    {
        _database = database;
        _heads = new(database);
        _standings = new(database);
        _tallies = new(database);
        _records = new(database);
        _enrollments = new(database, _heads, _standings, _tallies);
        _log = new(database, _heads, _tallies);
        _inputs = new(database);
        _claims = new(database);
        _events = new(database);
        Drips = new(database);
        Answers = new(database);
    }

    public DripPlaces Drips { get; }
    public Answers Answers { get; }

    /// <summary>Why the change cannot be made; null when it can.</summary>
    public string? Check(string practice, Change change) => change switch
    {
        Change.Put put => _records.Check(practice, put),
        Change.Delete delete => _records.Check(practice, delete),
        Change.Enroll enroll => _enrollments.Check(practice, enroll),
        Change.Save save => _enrollments.Check(practice, save),
        Change.Log log => _log.Check(practice, log),
        Change.Claim claim => _claims.Check(practice, claim),
        _ => null,
    };

    /// <returns>The id of an event that was there already; null otherwise.</returns>
    public string? Apply(string practice, in Prepared prepared, DateTimeOffset now)
    {
        var body = prepared.Body;
        switch (prepared.Change)
        {
            case Change.Put put: _records.Apply(practice, put, body); break;
            case Change.Delete delete: _records.Apply(practice, delete); break;
            case Change.Enroll enroll: _enrollments.Apply(practice, enroll, body, now); break;
            case Change.Save save: _enrollments.Apply(practice, save, body, now); break;
            case Change.Log log: _log.Apply(practice, log); break;
            case Change.Send send: _inputs.Apply(practice, send, body); break;
            case Change.Taken taken: _inputs.Apply(practice, taken); break;
            case Change.Claim claim: _claims.Apply(practice, claim); break;
            case Change.Settle settle: _claims.Apply(practice, settle, body); break;
            case Change.Accept accept: return _events.Apply(practice, accept, body);
            case Change.Routed routed: _events.Apply(practice, routed, body); break;
            default: throw new InvalidOperationException($"Nobody writes {prepared.Change.GetType().Name}.");
        }
        return null;
    }

    /// <summary>The cheapest write there is.</summary>
    public void Probe(DateTimeOffset now) =>
        _database.Use("INSERT OR REPLACE INTO probe (number, at) VALUES (1, ?)").With(Moment.Of(now)).Run();

    public void LimitPages(int pages) => _database.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}"));

    /// <summary>The set that was applied last holds.</summary>
    public void Keep()
    {
        _standings.Keep();
        _tallies.Keep();
    }

    public void Savepoint() => _database.Use("SAVEPOINT one").Run();

    public void Release() => _database.Use("RELEASE one").Run();

    /// <summary>Undoes the set since its savepoint. What is remembered from before is read again where needed.</summary>
    public void Undo()
    {
        _database.Use("ROLLBACK TO one").Run();
        Release();
        _standings.Drop();
        _tallies.Drop();
        _heads.Forget();
        _database.Names.Forget();
    }

    public void Begin() => _database.Use("BEGIN IMMEDIATE").Run();

    /// <summary>On disk when this returns.</summary>
    public void Commit()
    {
        _standings.Write();
        _tallies.Write();
        _database.Use("COMMIT").Run();
    }

    public void Rollback()
    {
        _standings.Forget();
        _tallies.Forget();
        _heads.Forget();
        _database.Names.Forget();
        // SQLite has ended the transaction itself after some failures.
        if (_database.InTransaction) _database.Run("ROLLBACK");
    }
}
