using System.Reflection;
using AesthetixWorkflows.Functions.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Functions.Tests.Activities;

/// <summary>The app's activity functions, found as the Functions worker finds them: by their attributes.</summary>
static class ActivityFunctions
{
    static readonly Dictionary<string, MethodInfo> All = typeof(EnrollmentOrchestrator).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Where(method => method.GetParameters().Any(p => p.GetCustomAttribute<ActivityTriggerAttribute>() is not null))
        .Select(method => (method.GetCustomAttribute<FunctionAttribute>()?.Name, method))
        .Where(found => found.Name is not null)
        .ToDictionary(found => found.Name!, found => found.method);

    public static IReadOnlyCollection<string> Names => All.Keys;

    public static Task<Next> Call(IServiceProvider services, string name, Turn turn, DurableTaskClient client, CancellationToken ct)
    {
        var method = All[name];
        var instance = ActivatorUtilities.CreateInstance(services, method.DeclaringType!);
        var arguments = method.GetParameters().Select(p => p.ParameterType == typeof(Turn) ? turn : p.ParameterType == typeof(DurableTaskClient) ? client : (object)ct);
        return (Task<Next>)method.Invoke(instance, [.. arguments])!;
    }
}
