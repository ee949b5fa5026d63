using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Web.SignIn;

namespace Moderation.Web.Rulebook;

/// <summary>Rulebooks as files to keep: of a version, or of a draft as it was stored last.</summary>
internal static class RulebookFiles
{
    public static string Of(DraftId draft) => $"/drafts/{draft.Value}/file";

    public static string Of(int version) => $"/rulebook/versions/{version}/file";

    public static void MapRulebookFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/drafts/{id:guid}/file", async (Guid id, ClaimsPrincipal visitor, IUseCases useCases) =>
            (await useCases.Run(visitor.ToActor(), new DraftFile(new(id)))).Match(x => File(x.Json, "rulebook-draft.json"), NotHere))
            .RequireAuthorization(SignInSetup.Staff).ExcludeFromDescription();
        routes.MapGet("/rulebook/versions/{number:int}/file", async (int number, ClaimsPrincipal visitor, IUseCases useCases) =>
            (await useCases.Run(visitor.ToActor(), new VersionFile(number))).Match(x => File(x.Json, $"rulebook-{x.Number}.json"), NotHere))
            .RequireAuthorization(SignInSetup.Staff).ExcludeFromDescription();
    }

    private static Results<FileContentHttpResult, NotFound> File(string json, string name) =>
        TypedResults.File(Encoding.UTF8.GetBytes(json), "application/json; charset=utf-8", name);

    // Who may not see it is told no more than who asks for what is not there.
    private static Results<FileContentHttpResult, NotFound> NotHere(Error refusal) => TypedResults.NotFound();
}
