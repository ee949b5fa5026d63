using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moderation.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ClaimsToCheck : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Reports_SubjectKind_SubjectId",
                table: "Reports");

            migrationBuilder.AddColumn<string>(
                name: "ConfirmedBy",
                table: "RatedItems",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsToConfirm",
                table: "RatedItems",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<double>(
                name: "Likeness",
                table: "RatedItems",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "SharesPicture",
                table: "RatedItems",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<double>(
                name: "Harm",
                table: "FactChecks",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<string>(
                name: "RatedBy",
                table: "FactChecks",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Reach",
                table: "FactChecks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "DoubtedItems",
                columns: table => new
                {
                    ContentId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AuthorId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Harm = table.Column<double>(type: "REAL", nullable: false),
                    Reach = table.Column<long>(type: "INTEGER", nullable: false),
                    Reports = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportWeight = table.Column<double>(type: "REAL", nullable: false),
                    Score = table.Column<double>(type: "REAL", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    AsideBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AsideReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    AsideRevision = table.Column<int>(type: "INTEGER", nullable: true),
                    AsideHarm = table.Column<double>(type: "REAL", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoubtedItems", x => x.ContentId);
                });

            migrationBuilder.CreateTable(
                name: "SharersTold",
                columns: table => new
                {
                    FactCheckId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Rating = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SharersTold", x => new { x.FactCheckId, x.AccountId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Reports_SubjectKind_SubjectId_Guideline_Credibility",
                table: "Reports",
                columns: new[] { "SubjectKind", "SubjectId", "Guideline", "Credibility" },
                descending: new[] { false, false, false, true });

            migrationBuilder.CreateIndex(
                name: "IX_RatedItems_IsToConfirm_At_FactCheckId_ContentId",
                table: "RatedItems",
                columns: new[] { "IsToConfirm", "At", "FactCheckId", "ContentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_What_Who",
                table: "Interactions",
                columns: new[] { "What", "Who" },
                filter: "Kind = 4");

            migrationBuilder.CreateIndex(
                name: "IX_FactChecks_RatedBy_RatedAt_Id",
                table: "FactChecks",
                columns: new[] { "RatedBy", "RatedAt", "Id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "IX_FactChecks_State_Harm_Id",
                table: "FactChecks",
                columns: new[] { "State", "Harm", "Id" },
                descending: new[] { false, true, false });

            migrationBuilder.CreateIndex(
                name: "IX_DoubtedItems_AuthorId",
                table: "DoubtedItems",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_DoubtedItems_State_Harm_ContentId",
                table: "DoubtedItems",
                columns: new[] { "State", "Harm", "ContentId" },
                descending: new[] { false, true, false });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DoubtedItems");

            migrationBuilder.DropTable(
                name: "SharersTold");

            migrationBuilder.DropIndex(
                name: "IX_Reports_SubjectKind_SubjectId_Guideline_Credibility",
                table: "Reports");

            migrationBuilder.DropIndex(
                name: "IX_RatedItems_IsToConfirm_At_FactCheckId_ContentId",
                table: "RatedItems");

            migrationBuilder.DropIndex(
                name: "IX_Interactions_What_Who",
                table: "Interactions");

            migrationBuilder.DropIndex(
                name: "IX_FactChecks_RatedBy_RatedAt_Id",
                table: "FactChecks");

            migrationBuilder.DropIndex(
                name: "IX_FactChecks_State_Harm_Id",
                table: "FactChecks");

            migrationBuilder.DropColumn(
                name: "ConfirmedBy",
                table: "RatedItems");

            migrationBuilder.DropColumn(
                name: "IsToConfirm",
                table: "RatedItems");

            migrationBuilder.DropColumn(
                name: "Likeness",
                table: "RatedItems");

            migrationBuilder.DropColumn(
                name: "SharesPicture",
                table: "RatedItems");

            migrationBuilder.DropColumn(
                name: "Harm",
                table: "FactChecks");

            migrationBuilder.DropColumn(
                name: "RatedBy",
                table: "FactChecks");

            migrationBuilder.DropColumn(
                name: "Reach",
                table: "FactChecks");

            migrationBuilder.CreateIndex(
                name: "IX_Reports_SubjectKind_SubjectId",
                table: "Reports",
                columns: new[] { "SubjectKind", "SubjectId" });
        }
    }
}
