using System.Reflection;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Local.Tests.Running;

/// <summary>A store that lets something happen at just the wrong moment.</summary>
public class StoreTap : DispatchProxy
{
    IStore? _inner;
    Func<ChangeSet, Task> _beforeCommit = _ => Task.CompletedTask;
    Action<string> _afterRead = _ => { };

    /// <param name="beforeCommit">What happens before a set is written.</param>
    /// <param name="afterRead">What happens between a read (by its name) and its answer.</param>
    public static IStore Over(IStore inner, Func<ChangeSet, Task>? beforeCommit = null, Action<string>? afterRead = null)
    {
        var store = Create<IStore, StoreTap>();
        var tap = (StoreTap)(object)store;
        tap._inner = inner;
        tap._beforeCommit = beforeCommit ?? tap._beforeCommit;
        tap._afterRead = afterRead ?? tap._afterRead;
        return store;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == nameof(IStore.Commit)) return Commit((ChangeSet)args![0]!, (CancellationToken)args[1]!);
        var answer = targetMethod.Invoke(_inner, args);
        _afterRead(targetMethod.Name);
        return answer;
    }

    async Task<Committed> Commit(ChangeSet changes, CancellationToken ct)
    {
        await _beforeCommit(changes);
        return await _inner!.Commit(changes, ct);
    }
}
