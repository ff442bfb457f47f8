using System.Text.Json;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>One enrollment within one commit: its saves, lines and inputs end up in one version of its rows.</summary>
sealed class EnrollmentWork(Workbench bench, Draft draft, bool isNew)
{
    readonly List<LogEntry> _entries = [];
    Enrollment? _next;
    bool _alone = draft.Found?.GetBoolean(Columns.Alone) == true;

    public Draft Draft { get; } = draft;
    public bool IsNew { get; } = isNew;
    public Enrollment? Next => _next;
    public long Revision { get; private set; } = isNew ? 0 : draft.Found!.GetInt64(Columns.Revision)!.Value;
    /// <summary>Which changes of the set are about it.</summary>
    public HashSet<int> Changes { get; } = [];

    public void Save(Enrollment e)
    {
        (_next, Revision) = (e, Revision + 1);
        if (e.IsLive || !_alone) return;
        bench.At(RowKeys.Alone(e)).RemoveAny();
        _alone = false;
    }

    /// <returns>False: another one like it is there already.</returns>
    public bool Claim()
    {
        var guard = bench.At(RowKeys.Alone(_next!));
        if (guard.Current is not null) return false;
        guard.Add()[Columns.Id] = _next!.Id;
        return _alone = true;
    }

    public void Log(IEnumerable<LogEntry> entries) => _entries.AddRange(entries);

    /// <summary>Writes what all of it comes to.</summary>
    public void Finish()
    {
        var lines = (Draft.Found?.GetInt64(Columns.Lines) ?? 0) + _entries.Count;
        if (_next is { } e) Write(e, lines);
        else if (_entries.Count > 0) Draft.Merge()[Columns.Lines] = lines;
        if (_entries.Count == 0) return;
        var log = bench.At(RowKeys.Log(Id, lines)).Add();
        log[Columns.First] = lines - _entries.Count + 1;
        var json = JsonSerializer.Serialize(_entries, LogShape.Default.ListLogEntry);
        BodyText.Write(log, json);
        WriteToWorkflow(lines, json);
    }

    /// <summary>The same lines among those of all its workflow's enrollments.</summary>
    void WriteToWorkflow(long lines, string json)
    {
        var found = Draft.Found;
        var line = bench.At(RowKeys.LogOfWorkflow(_next?.WorkflowId ?? found!.GetString(Columns.Workflow)!, bench.Now, Id, lines)).Put();
        line[Columns.Id] = Id;
        if ((_next is { } e ? e.ContactId : found!.GetString(Columns.Contact)) is { } contact) line[Columns.Contact] = contact;
        line[Columns.First] = lines - _entries.Count + 1;
        line[Columns.At] = Moment.Of(_entries.Max(e => e.At));
        line[Columns.Changed] = Moment.Of(bench.Now);
        BodyText.Write(line, json);
    }

    string Id => _next?.Id ?? Draft.Found!.GetString(Columns.Id)!;

    void Write(Enrollment e, long lines)
    {
        var json = JsonSerializer.Serialize(e, Shapes.Default.Enrollment);
        var row = IsNew ? Draft.Add() : Draft.Put();
        EnrollmentRow.Write(row, e, json, Revision, bench.Now);
        row[Columns.Alone] = _alone;
        row[Columns.Lines] = lines;

        var copies = EnrollmentRow.Copies(e.Id, e.WorkflowId, e.ContactId, e.Status);
        if (!IsNew)
            foreach (var key in EnrollmentRow.Copies(Draft.Found!).Except(copies)) bench.At(key).Remove();
        foreach (var key in copies) EnrollmentRow.Write(bench.At(key).Put(), e, json, Revision, bench.Now);
        if (!IsNew) return;
        var start = bench.At(RowKeys.Start(e.Id)).Put();
        start[Columns.Id] = e.Id;
        start[Columns.At] = Moment.Of(bench.Now);
    }
}
