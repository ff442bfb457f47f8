using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Specs.Running;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Specs.Crashing;

/// <summary>Hosts whose store can be put inside another one, which dies on demand.</summary>
public interface ICrashCarriers : ICarriers
{
    void Wrap(IServiceCollection services, Func<IStore, CrashableStore> wrap);
}
