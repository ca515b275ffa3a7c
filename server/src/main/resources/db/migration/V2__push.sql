-- Where a user's devices are pushed to; a token belongs to who came with it last.
create table push_token (
    user_key varchar(230) not null,
    device_id varchar(64) not null,
    token varchar(1024) not null,
    updated_at timestamp with time zone not null,
    primary key (user_key, device_id)
);

create index push_token_token on push_token (token);

-- Which types a user wants pushed, as JSON.
create table push_preference (
    user_key varchar(230) primary key,
    preferences text not null
);
