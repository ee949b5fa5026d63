using Moderation.Pipeline;

namespace Moderation.Web.Platform;

/// <summary>The HTTP contract: everything under /api/v1.</summary>
internal static class Api
{
    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddOpenApi();
        builder.Services.ConfigureHttpJsonOptions(x => WireJson.Set(x.SerializerOptions));
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi();
    }
}
