using System.Reflection;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Local.Tests.Books;

/// <summary>A store whose reader is slow: what it read, it hands out only after something else has happened.</summary>
public class LateReader : DispatchProxy
{
    IStore _store = null!;
    Func<Task> _meanwhile = null!;

    public static IStore Over(IStore store, Func<Task> meanwhile)
    {
        var late = Create<IStore, LateReader>();
        ((LateReader)(object)late)._store = store;
        ((LateReader)(object)late)._meanwhile = meanwhile;
        return late;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var answer = targetMethod!.Invoke(_store, args);
        ((Task)answer!).GetAwaiter().GetResult();
        _meanwhile().GetAwaiter().GetResult();
        return answer;
    }
}
