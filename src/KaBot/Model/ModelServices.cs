using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using Azure.Identity;
using KaBot.Turns;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.AI;
using OpenAI;

namespace KaBot.Model;

/// <summary>The second reader and the buyer's voice: a language model by configuration alone, else nobody.</summary>
public static class ModelServices
{
    public static void AddModel(this WebApplicationBuilder builder)
    {
        var options = ModelOptions.Read(builder.Configuration);
        if (options.Enabled) builder.AddModel(options);
        builder.Services.TryAddSingleton<ISecondReader, RulesOnly>();
        builder.Services.TryAddSingleton<IBuyerVoice, ScriptedVoice>();
    }

    private static void AddModel(this WebApplicationBuilder builder, ModelOptions options)
    {
        builder.Services.AddSingleton(options).AddSingleton<Storage.ModelUseStore>().AddSingleton<ModelHealth>()
            .AddSingleton(provider => new ModelClient(provider.GetRequiredService<IChatClient>(), options, provider.GetService<TimeProvider>() ?? TimeProvider.System))
            .AddSingleton<RepModel>().AddSingleton<ISecondReader, ModelReader>();
        if (options.RolePlay) builder.Services.AddSingleton<IBuyerVoice, ModelVoice>();
        builder.Services.TryAddSingleton(_ => Client(options));
        builder.Services.AddHealthChecks().AddCheck<ModelHealth>("model");
    }

    /// <summary>A client that tries once and gives up when told: <see cref="ModelClient"/> decides on trying again.</summary>
    private static IChatClient Client(ModelOptions options)
    {
        var once = new ClientRetryPolicy(0);
        if (options.Provider == ModelProvider.AzureOpenAI)
        {
            var azure = new AzureOpenAIClientOptions { RetryPolicy = once, NetworkTimeout = options.Timeout };
            return (options.Key.Length > 0 ? new AzureOpenAIClient(options.Endpoint!, new ApiKeyCredential(options.Key), azure)
                : new AzureOpenAIClient(options.Endpoint!, new DefaultAzureCredential(), azure)).GetChatClient(options.Name).AsIChatClient();
        }
        // Some servers on one's own machine want no key; the client does.
        return new OpenAIClient(new ApiKeyCredential(options.Key.Length > 0 ? options.Key : "none"),
            new OpenAIClientOptions { Endpoint = options.Endpoint, RetryPolicy = once, NetworkTimeout = options.Timeout }).GetChatClient(options.Name).AsIChatClient();
    }
}
