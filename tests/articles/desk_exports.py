"""Exports of each help desk, written by us from the fields that its interface documents."""

ZENDESK = {
    "articles": [
        {
            "id": 360001, "url": "https://x.zendesk.com/api/v2/help_center/en-us/articles/360001",
            "html_url": "https://x.zendesk.com/hc/en-us/articles/360001-Get-a-refund",
            "title": "Get a refund", "name": "Get a refund", "body": "<p>Ask us.</p>",
            "locale": "en-us", "source_locale": "en-us", "draft": False, "promoted": False,
            "position": 0, "section_id": 22, "label_names": ["refund", "money back"],
            "content_tag_ids": [], "vote_sum": -2, "vote_count": 10, "outdated": False,
            "outdated_locales": [], "created_at": "2023-01-02T03:04:05Z",
            "updated_at": "2026-05-06T07:08:09Z", "edited_at": "2025-04-03T00:00:00Z",
            "author_id": 9, "user_segment_id": None, "permission_group_id": 1,
            "comments_disabled": True,
            "translations": [
                {"locale": "en-us", "title": "Get a refund", "body": "<p>Ask us.</p>"},
                {"locale": "de", "title": "Geld zurück", "body": "<p>Fragen.</p>", "draft": False},
                {"locale": "fr", "title": "Remboursement", "body": "<p>Oui.</p>", "draft": True},
            ],
        },
    ],
    "sections": [
        {"id": 22, "name": "Refunds", "category_id": 7, "parent_section_id": 21},
        {"id": 21, "name": "Money", "category_id": 7, "parent_section_id": 22},
    ],
    "categories": [{"id": 7, "name": "Billing", "description": "All on bills"}],
    "users": [{"id": 9, "name": "Kim Berg"}],
    "meta": {"has_more": False, "after_cursor": "x"}, "links": {"next": None},
}  # fmt: skip
INTERCOM = {
    "type": "list",
    "data": [
        {
            "type": "article", "id": "55", "workspace_id": "w", "title": "Add a card",
            "description": "Two ways.", "body": "<h2>By app</h2><p>Tap Add.</p>", "author_id": 3,
            "state": "published", "created_at": 1_600_000_000, "updated_at": 1_700_000_000,
            "url": "https://help.x.com/en/articles/55", "parent_id": 12, "parent_ids": [12],
            "parent_type": "collection", "default_locale": "en",
            "translated_content": {
                "type": "article_translated_content",
                "en": {"title": "Add a card", "body": "<p>Same.</p>", "state": "published"},
                "es": {"title": "Añadir", "body": "<p>Toca.</p>", "state": "published",
                       "updated_at": 1_690_000_000, "url": "https://help.x.com/es/articles/55"},
            },
            "statistics": {"type": "article_statistics", "views": 9, "reactions": 4,
                           "happy_reaction_percentage": 75.0, "sad_reaction_percentage": 0},
        },
    ],
    "pages": {"type": "pages", "page": 1, "total_pages": 2},
}  # fmt: skip
INTERCOM_COLLECTIONS = {
    "type": "list",
    "data": [
        {"type": "collection", "id": "11", "name": "Payments", "parent_id": None},
        {"type": "collection", "id": "12", "name": "Cards", "parent_id": "11"},
    ],
}
FRESHDESK = [
    {
        "id": 4, "title": "Reset your PIN", "description": "<p>Open <b>PIN</b>.</p>",
        "description_text": "Open PIN.", "folder_id": 3, "category_id": 2, "agent_id": 8,
        "status": 2, "type": 1, "hits": 120, "thumbs_up": 7, "thumbs_down": 0, "tags": ["pin"],
        "seo_data": {"meta_title": "PIN", "meta_description": "How to reset it",
                     "meta_keywords": "pin,code"},
        "created_at": "2024-01-01T00:00:00Z", "updated_at": "2024-02-01T00:00:00Z",
    },
    {
        "id": 5, "title": "Soon", "description": None, "folder_id": 3, "agent_id": 8, "status": 1,
        "type": 2, "tags": [], "hierarchy": [],
    },
]  # fmt: skip
FOLDERS = [{"id": 3, "name": "Security", "visibility": 2, "created_at": "2024-01-01T00:00:00Z"}]
HELP_SCOUT = {
    "article": {
        "id": "5215163545667acd25394b5c", "number": 121, "collectionId": "c1", "slug": "my-first",
        "status": "published", "hasDraft": True, "name": "My first article",
        "text": "<p>Begin <a href='#x'>here</a>.</p>", "categories": ["k1", "k2"], "related": [],
        "publicUrl": "https://docs.x.com/article/121-my-first", "popularity": 4.3,
        "keywords": ["begin", "first"], "viewCount": 237, "createdBy": 73423, "updatedBy": 73424,
        "createdAt": "2012-01-06T03:04:05Z", "updatedAt": "2012-01-07T03:04:05Z",
        "lastPublishedAt": "2012-01-08T03:04:05Z",
    },
}  # fmt: skip
HELP_SCOUT_LIST = {
    "articles": {
        "page": 1, "pages": 1, "count": 2,
        "items": [
            {"id": "5215163545667acd25394b5c", "number": 121, "collectionId": "c1",
             "status": "published", "hasDraft": True, "name": "My first article"},
            {"id": "6", "number": 122, "collectionId": "c1", "status": "notpublished",
             "hasDraft": True, "name": "Not yet"},
        ],
    },
}  # fmt: skip
