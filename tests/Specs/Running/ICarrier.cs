using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>A host that carries enrollments, as far as the specification knows it. Everything else is asked of the runtime
/// that all hosts share.</summary>
public interface ICarrier : IAsyncDisposable
{
    IServiceProvider Services { get; }
    /// <summary>The host's clock.</summary>
    DateTimeOffset Now { get; }
    /// <summary>Moves the host's clock forward; the host must notice what has become due.</summary>
    void Advance(TimeSpan by);
    /// <summary>Whether nothing is under way: every event is routed, every input taken, nothing due.</summary>
    Task<bool> IsQuiet();
}

/// <summary>Opens hosts over one and the same store, which is empty at first.</summary>
public interface ICarriers : IAsyncDisposable
{
    /// <param name="configure">Puts the specification's provider in the host's place.</param>
    Task<ICarrier> Open(Action<IServiceCollection> configure);
}
