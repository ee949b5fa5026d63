using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Pipeline;
using Moderation.Web.SignIn;

namespace Moderation.Web.FactChecks;

/// <summary>A check as a file to keep, for interchange: schema.org ClaimReview.</summary>
internal static class ClaimReviewFile
{
    public static string Of(FactCheckId check) => $"/fact-checks/{check.Value}/claim-review";

    public static void MapClaimReviewFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/fact-checks/{id:guid}/claim-review", async (Guid id, ClaimsPrincipal visitor, IUseCases useCases) =>
            (await useCases.Run(visitor.ToActor(), new FactCheckFile(new(id)))).Match(File, NotHere))
            .RequireAuthorization(SignInSetup.Staff).ExcludeFromDescription();

    private static Results<FileContentHttpResult, NotFound> File(FactCheckFile.Answer file) => TypedResults.File(
        JsonSerializer.SerializeToUtf8Bytes(file.ClaimReview), "application/ld+json", $"claim-review-{file.FactCheckId.Code}.json");

    // Who may not see it is told no more than who asks for what is not there.
    private static Results<FileContentHttpResult, NotFound> NotHere(Error refusal) => TypedResults.NotFound();
}
