using System.Text.Json.Serialization.Metadata;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Web.Platform;

/// <summary>The HTTP contract: everything under /api/v1.</summary>
internal static class Api
{
    public const string Root = "/api/v1";

    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddDescription();
        builder.Services.AddRateLimits(builder.Configuration);
        builder.Services.Configure<RouteHandlerOptions>(x => x.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(x =>
        {
            WireJson.Set(x.SerializerOptions);
            x.SerializerOptions.Converters.Add(new GroundAsCode());
            x.SerializerOptions.TypeInfoResolver = x.SerializerOptions.TypeInfoResolver!.WithAddedModifier(
                type => type.LeaveOut(typeof(Verdict), nameof(Verdict.IsPlainAllow)));
        });
    }

    /// <summary>A way of its own through the host: no page, no cookie and no exception handler of theirs has a part in it.</summary>
    public static void UseApi(this WebApplication app) => app.MapWhen(
        http => http.Request.Path.StartsWithSegments("/api"),
        api =>
        {
            api.UseMiddleware<Faults>();
            api.UseMiddleware<ExactPaths>();
            api.UseRouting();
            api.UseMiddleware<KeyCheck>();
            api.UseRateLimiter();
            api.UseMiddleware<BodyReading>();
            api.UseEndpoints(routes => routes.MapGroup(Root).WithMetadata(new NeedsKey()).MapCalls());
        });

    public static void MapApi(this WebApplication app) => app.MapOpenApi();

    private static void MapCalls(this IEndpointRouteBuilder api)
    {
        api.MapAccounts();
        api.MapMembers();
        api.MapContent();
        api.MapActivity();
        api.MapFacts();
        api.MapImport();
        api.MapReports();
        api.MapDecisions();
        api.MapRuns();
        api.MapOrders();
        api.MapFactChecks();
        api.MapDisputes();
        api.MapAppeals();
        api.MapReview();
        api.MapStaff();
        api.MapEligibility();
        api.MapRanking();
        api.MapEvents();
    }
}
