using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Radzen;

namespace Moderation.Web.Tests.Components;

/// <summary>What a component of the vocabulary stands on: its words, a clock, and a browser that nods.</summary>
public abstract class VocabularyContext : BunitContext
{
    protected VocabularyContext()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddRadzenComponents().AddLocalization().AddLogging().AddSingleton<TimeProvider>(Clock);
    }

    internal HandClock Clock { get; } = new();
}
