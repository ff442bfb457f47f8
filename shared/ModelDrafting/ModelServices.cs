using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Runtime.Drafting;
using AesthetixWorkflows.Runtime.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.ModelDrafting;

/// <summary>Puts the model in the offline drafter's place, and lets steps ask it for a decision.</summary>
public static class ModelServices
{
    /// <param name="settings">Null: no model, and nothing is registered.</param>
    public static IServiceCollection AddModelDrafting(this IServiceCollection services, ModelSettings? settings) => settings is null ? services
        : services.AddSingleton<IDrafter>(s => new ModelDrafter(settings, s.GetRequiredService<ProductCatalogue>(), s.GetRequiredService<IDefinitionCheck>(), s.GetService<TimeProvider>() ?? TimeProvider.System))
            .AddSingleton<IDecider>(s => new ModelDecider(settings, s.GetService<TimeProvider>() ?? TimeProvider.System));
}
