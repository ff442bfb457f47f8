namespace AesthetixWorkflows.Specs.Running;

/// <summary>What every host that carries enrollments does. Each part below is inherited by a host that says how it is
/// opened; nothing in it knows of a database, of HTTP or of orchestrations.</summary>
public abstract class RunnerSpec<THost> : IAsyncLifetime where THost : ICarriers, new()
{
    protected RunnerSpec() => Clinic = new(Host);

    protected THost Host { get; } = new();
    protected Clinic Clinic { get; }

    public Task InitializeAsync() => Clinic.Open();

    public async Task DisposeAsync() => await Clinic.DisposeAsync();
}
