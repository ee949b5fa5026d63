using Microsoft.AspNetCore.Mvc;
using Moderation.Content;
using Moderation.Eligibility;
using Moderation.Pipeline;

namespace Moderation.Web.Platform;

/// <summary>What members make, as the host tells of it.</summary>
internal static class ContentEndpoints
{
    public static void MapContent(this IEndpointRouteBuilder api)
    {
        api.MapPut("/content/{id}", async (PathId id, ContentBody body, Caller caller) =>
                (await caller.Run(body.About(new(id.Value)))).IsOk(out var told, out var refusal)
                    ? await caller.Run(new MayPublish(told.Id), publish => TypedResults.Json(
                        new ContentAnswer(told.Id, told.Revision, publish),
                        statusCode: told.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK))
                    : refusal.ToProblem())
            .WithName("putContent").WithSummary("Tells what an item is now, and asks whether it may be shown")
            .Produces<ContentAnswer>().Produces<ContentAnswer>(StatusCodes.Status201Created);

        api.MapDelete("/content/{id}", (PathId id, [FromBody] DeletionBody body, Caller caller) => caller.Run(
                new DeleteContent(new(id.Value), body.At, body.By, body.Erase), TypedResults.Ok))
            .WithName("deleteContent").WithSummary("Tells that an item is gone")
            .Produces<DeleteContent.Answer>();
    }
}

internal sealed record ContentBody(
    AccountId AuthorId, ContentKind Kind, DateTimeOffset CreatedAt, ContentId? ParentId = null, ContentId? ReshareOf = null,
    ContentAudience? Audience = null, string? Text = null, string? Language = null, DateTimeOffset? ObservedAt = null,
    IReadOnlyList<MediaItem>? Media = null)
{
    public PutContent About(ContentId id) => new(
        id, AuthorId, Kind, CreatedAt, ParentId, ReshareOf, Audience, Text, Language, ObservedAt, Media);
}

/// <param name="Revision">The current one, from 1.</param>
internal sealed record ContentAnswer(ContentId Id, int Revision, MayPublish.Answer Publish);
